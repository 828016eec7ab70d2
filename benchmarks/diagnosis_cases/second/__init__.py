"""A second set of cases, written without reading the first one, the engine's wrong rules or their names.

The first set was read by those who wrote the engine's rules after it; this one is an examination. It holds what
students do in practice, as a teacher of each topic meets it. The kind of a mistake is a sentence on what was done.
"""
