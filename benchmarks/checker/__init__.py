"""The checker beside its peers: cases, peers in processes of their own, and STACK's table where it is supplied."""
