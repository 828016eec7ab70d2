"""The rules of integration: each rewrites one integral and leaves integrals where work remains."""
