import { certify, CHECKS, type Certificate } from '#libs/procedure';
import { knownRule, procedures } from '#workflows';
import { Option, SubCommand } from 'nest-commander';
import { CliCommand } from '../../cli-command.js';
import { PartialFailure } from '../../exit-code.js';
import { CliIo } from '../../io.js';
import { pickProcedure } from './pick.js';

@SubCommand({ name: 'check', description: 'Kiểm tra và chứng nhận các quy trình', arguments: '[quy-trình]' })
export class ProcedureCheckCommand extends CliCommand {
  constructor(private readonly io: CliIo) {
    super();
  }

  run([reference]: string[], { json }: { json?: boolean }): Promise<void> {
    const definitions = reference === undefined ? procedures.all() : [pickProcedure(reference)];
    const certificates = definitions.map((definition) => certify(definition, { knownRule }));
    if (json) this.io.print(JSON.stringify(certificates));
    else for (const certificate of certificates) for (const line of certificateLines(certificate)) this.io.print(line);
    if (certificates.some((certificate) => certificate.findings.length > 0)) throw new PartialFailure();
    return Promise.resolve();
  }

  @Option({ flags: '--json', description: 'in một tài liệu JSON' })
  json(): boolean {
    return true;
  }
}

function certificateLines({
  procedure,
  version,
  sha256,
  arrows,
  certifiedArrows,
  checks,
  findings,
}: Certificate): string[] {
  const verdict = findings.length === 0 ? 'đạt' : 'KHÔNG đạt';
  return [
    `${procedure}@${version}: ${verdict} (${certifiedArrows}/${arrows} mũi tên đã đi thử, sha256 ${sha256.slice(0, 16)}…)`,
    ...Object.entries(checks).map(
      ([check, result]) => `  ${result === 'passed' ? '✓' : '✗'} ${CHECKS[check as keyof typeof CHECKS]}`,
    ),
    ...findings.map(({ sentence }) => `  → ${sentence}`),
  ];
}
