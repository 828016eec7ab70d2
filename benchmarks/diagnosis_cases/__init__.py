"""Wrong answers, right ones in unusual forms, and workings, made apart from Fluxions' own wrong rules.

A template draws numbers and writes texts: the task, its answer by a formula worked out by hand, and what each mistake
makes of it. Nothing here imports the engine; `truth` confirms the texts with SymPy and NumPy.
"""
