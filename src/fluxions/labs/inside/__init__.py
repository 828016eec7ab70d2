"""What runs in the jail: the standard library, NumPy and one framework."""
