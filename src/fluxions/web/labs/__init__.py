"""Coding labs: write a program, run it apart, see what holds."""
