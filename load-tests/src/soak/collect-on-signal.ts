// Loaded before the server's program: memory is compared after garbage was collected, whenever a signal asks for it.
process.on('SIGUSR2', () => void globalThis.gc?.());
