import { ADDRESSEES, type FormDefinition, forms } from '#libs/documents';
import { formatDay } from '#libs/shared';
import { Option, SubCommand } from 'nest-commander';
import { CliCommand } from '../../cli-command.js';
import { CliIo } from '../../io.js';

const SIGNERS: Readonly<Record<FormDefinition['signing']['by'], string>> = {
  resolver: 'người giải quyết',
  head: 'người đứng đầu',
  teamLeader: 'trưởng đoàn (tổ trưởng)',
  verifier: 'người xác minh',
  receiver: 'người tiếp nhận',
  petitioner: 'người viết đơn',
  parties: 'các bên',
};
const SEALS: Readonly<Record<FormDefinition['signing']['seal'], string>> = {
  agency: 'dấu cơ quan',
  team: 'dấu Đoàn, Tổ (nếu có)',
  none: 'không đóng dấu',
};

@SubCommand({ name: 'list', description: 'Liệt kê các văn bản, hiệu lực và người ký' })
export class DocumentsListCommand extends CliCommand {
  constructor(private readonly io: CliIo) {
    super();
  }

  run(_args: string[], { json }: { json?: boolean }): Promise<void> {
    const rows = forms.map((form) => ({
      code: form.code,
      title: form.title,
      formNumber: form.formNumber ?? null,
      citation: form.citation.text,
      validFrom: form.validFrom,
      validTo: form.validTo,
      audience: form.audience,
      sizes: form.sizes,
      signedBy: form.signing.by,
      capacities: form.signing.capacities,
      seal: form.signing.seal,
      signingBasis: form.signing.basis.text,
      addressees: form.addressees.map((addressee) => ADDRESSEES[addressee]),
    }));
    if (json) this.io.print(JSON.stringify(rows));
    else rows.forEach((row, index) => this.io.print(lineOf(row, forms[index] as FormDefinition)));
    if (!json) this.io.print(`${new Set(rows.map(({ code }) => code)).size} văn bản, ${rows.length} phiên bản mẫu.`);
    return Promise.resolve();
  }

  @Option({ flags: '--json', description: 'in một tài liệu JSON' })
  json(): boolean {
    return true;
  }
}

function lineOf({ code, title }: { code: string; title: string }, form: FormDefinition): string {
  const { validFrom, validTo, signing } = form;
  const valid = `từ ${formatDay(validFrom)}${validTo ? ` đến ${formatDay(validTo)}` : ''}`;
  const capacities = signing.capacities.map((capacity) => (capacity === 'self' ? 'trực tiếp' : `${capacity}.`));
  return `${code}  ${title}  (${valid}; ký: ${SIGNERS[signing.by]}, ${capacities.join(' ')}, ${SEALS[signing.seal]}; ${signing.basis.text})`;
}
