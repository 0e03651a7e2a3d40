"""How sure a sentence is of what it says, and whose words it gives."""
