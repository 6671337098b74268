/** Where a command writes. Standard output carries results only; everything said to a person goes to `say`. */
export abstract class CliIo {
  /** One line of result on standard output. */
  abstract print(line: string): void;
  /** One line to the person at the terminal, on standard error. */
  abstract say(line: string): void;
}

export class ProcessIo extends CliIo {
  constructor() {
    super();
    // `… | head` closes the pipe early: that is the reader's choice, not our failure.
    process.stdout.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }

  print(line: string): void {
    process.stdout.write(`${line}\n`);
  }

  say(line: string): void {
    process.stderr.write(`${line}\n`);
  }
}

/** Keeps what was written, for tests that run commands in process. */
export class MemoryIo extends CliIo {
  readonly out: string[] = [];
  readonly err: string[] = [];

  print(line: string): void {
    this.out.push(line);
  }

  say(line: string): void {
    this.err.push(line);
  }
}
