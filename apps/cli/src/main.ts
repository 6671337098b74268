import { ProcessIo } from './io.js';
import { runCli } from './run-cli.js';

// No process.exit: output that is still on its way through a pipe would be cut.
process.exitCode = await runCli(process.argv.slice(2), new ProcessIo());
