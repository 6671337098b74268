import { readFileSync } from 'node:fs';
import { petitionIn, readMessage, STATUS_CODES } from '#libs/interchange';
import { formatDay } from '#libs/shared';
import { SubCommand } from 'nest-commander';
import { CliCommand } from '../../cli-command.js';
import { UsageError } from '../../exit-code.js';
import { CliIo } from '../../io.js';
import { inputPath } from '../../options.js';

/** What a message is, never what it holds: a terminal keeps what was printed on it. */
@SubCommand({ name: 'edxml', arguments: '<TỆP>', description: 'Kiểm tra một gói edXML, không cần cơ sở dữ liệu' })
export class NationalEdxmlCommand extends CliCommand {
  constructor(private readonly io: CliIo) {
    super();
  }

  run([path]: string[]): Promise<void> {
    if (!path) throw new UsageError('Cần tên tệp của gói edXML');
    const message = readMessage(bytesOf(path));
    const { from, documentId, issuedOn } = message;
    this.io.print(`${documentId}, ngày ${formatDay(issuedOn)}, từ ${from.name} (${from.id})`);
    if (message.kind === 'status') {
      this.io.print(`Trạng thái ${message.code}: ${STATUS_CODES[message.code].words}`);
      return Promise.resolve();
    }
    const data = petitionIn(message.enclosed) ? 'có dữ liệu đơn' : 'chỉ có văn bản';
    const proof = message.proven ? 'mã băm mọi tệp đều khớp' : 'nơi gửi không kèm đủ mã băm';
    this.io.print(`Gửi ${message.to.name} (${message.to.id}); ${message.enclosed.length} tệp; ${data}; ${proof}.`);
    return Promise.resolve();
  }
}

function bytesOf(path: string): Buffer {
  try {
    return readFileSync(inputPath(path));
  } catch {
    throw new UsageError(`Không đọc được tệp ${path}`);
  }
}
