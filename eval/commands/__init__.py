"""The subcommands of ``qa eval``, one a file. Light: what is heavy is imported when they run."""
