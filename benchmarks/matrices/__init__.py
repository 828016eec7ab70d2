"""Objectives of machine learning, and their derivatives by PyTorch."""
