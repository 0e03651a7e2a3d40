"""Ways into a library for programs built on something else."""
