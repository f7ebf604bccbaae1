"""The machine: files, folders, processes, the console, the clock."""
