import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { fontFolder } from './fonts.js';

const run = promisify(execFile);
const NAMES = ['soffice', 'libreoffice'];
const PLACES = [
  '/usr/lib/libreoffice/program',
  '/opt/libreoffice/program',
  '/Applications/LibreOffice.app/Contents/MacOS',
];

async function find(): Promise<string | null> {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...PLACES].filter(Boolean);
  for (const path of folders.flatMap((folder) => NAMES.map((name) => join(folder, name)))) {
    if (
      await access(path, constants.X_OK).then(
        () => true,
        () => false,
      )
    )
      return path;
  }
  return null;
}

/**
 * Times New Roman is drawn with Tinos, of the same widths: a server often has fonts without Vietnamese letters. LibreOffice has a
 * replacement of its own, Liberation Serif, that it takes before it asks; where that is an old one, each word is drawn from two fonts
 * and can be neither searched nor copied, so it is kept out of sight.
 */
const fontConfig = (cache: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${fontFolder()}</dir>
  <cachedir>${cache}</cachedir>
  <selectfont>
    <rejectfont><pattern><patelt name="family"><string>Liberation Serif</string></patelt></pattern></rejectfont>
  </selectfont>
  <match target="pattern">
    <test name="family" qual="any"><string>Times New Roman</string></test>
    <edit name="family" mode="assign" binding="strong"><string>Tinos</string></edit>
  </match>
</fontconfig>
`;

/** Turns Word files into PDF with LibreOffice, one conversion at a time, each in a profile of its own. */
export class OfficeConverter {
  private place: Promise<string | null> | undefined;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly timeoutMs = 90_000) {}

  /** Path of LibreOffice on this machine, or null. */
  program(): Promise<string | null> {
    this.place ??= find();
    return this.place;
  }

  /** PDFs in the order of the files; null where there is no LibreOffice or it gave none. */
  convert(files: readonly Buffer[]): Promise<readonly (Buffer | null)[]> {
    const turn = this.last.then(() => this.batch(files));
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private async batch(files: readonly Buffer[]): Promise<readonly (Buffer | null)[]> {
    const program = await this.program();
    if (!program || !files.length) return files.map(() => null);
    const folder = await mkdtemp(join(tmpdir(), 'nghe-dan-pdf-'));
    try {
      const sources = await Promise.all(
        files.map(async (bytes, index) => {
          const path = join(folder, `${index}.docx`);
          await writeFile(path, bytes, { mode: 0o600 });
          return path;
        }),
      );
      await mkdir(join(folder, 'out'));
      await writeFile(join(folder, 'fonts.conf'), fontConfig(join(folder, 'cache')));
      await run(
        program,
        [
          `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
          ...['--headless', '--norestore', '--nologo', '--convert-to', 'pdf:writer_pdf_Export'],
          ...['--outdir', join(folder, 'out'), ...sources],
        ],
        {
          timeout: this.timeoutMs + files.length * 2_000,
          killSignal: 'SIGKILL',
          env: { ...process.env, HOME: folder, FONTCONFIG_FILE: join(folder, 'fonts.conf') },
        },
      ).catch(() => undefined);
      return await Promise.all(
        files.map((_, index) => readFile(join(folder, 'out', `${index}.pdf`)).catch(() => null)),
      );
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    }
  }
}
