"""What belongs to a person alone: settings, their work taken out and in, and leaving."""
