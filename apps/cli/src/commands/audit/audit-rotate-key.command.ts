import { keyIdOf, rotateKey } from '#libs/audit';
import { loadNextSigningKey, readConfig, takeNextSigningKey } from '#libs/persistence';
import { AppError } from '#libs/shared';
import { Option, SubCommand } from 'nest-commander';
import { CliCommand } from '../../cli-command.js';
import { CliIo } from '../../io.js';
import { withLedger, type Ledger } from './with-ledger.js';

@SubCommand({
  name: 'rotate-key',
  description: 'Thay khóa ký gốc cây: khóa cũ ký lần cuối và ký nhận khóa mới; gốc cây cũ vẫn kiểm được',
})
export class AuditRotateKeyCommand extends CliCommand {
  constructor(private readonly io: CliIo) {
    super();
  }

  async run(_args: string[], { lost = false }: { lost?: boolean }): Promise<void> {
    const { dataDir } = readConfig();
    const [before, after] = await withLedger(this.io, (ledger) => rotated(ledger, { lost, dataDir }));
    this.io.print(`Khóa ký mới: ${after}${before === null ? '' : ` (trước đó: ${before})`}`);
    this.io.say('Hãy in và niêm yết gốc cây mới: ai giữ bản cũ kiểm được bản mới qua chữ ký của khóa cũ.');
    if (lost)
      this.io.say(
        'Khóa trước không ký nhận khóa này: người giữ gốc cây cũ chỉ tin khóa mới khi thấy nó được niêm yết.',
      );
  }

  @Option({ flags: '--lost', description: 'khóa đang dùng đã mất, không ký nhận khóa mới được' })
  lost(): boolean {
    return true;
  }
}

/** Ids of the keys before and after. Called again after a crash between ledger and folder, it only finishes. */
async function rotated(
  { archive, key }: Ledger,
  { lost, dataDir }: { readonly lost: boolean; readonly dataDir: string },
): Promise<[string | null, string]> {
  const next = loadNextSigningKey(dataDir);
  const current = (await archive.keys()).at(-1);
  const nextId = keyIdOf(next.publicKey);
  if (current?.keyId !== nextId) {
    if (lost && current?.keyId === keyIdOf(key.publicKey))
      throw new AppError({
        code: 'AUDIT.KEY_NOT_LOST',
        status: 409,
        title: 'Khóa đang dùng vẫn còn',
        detail: 'Khóa trên máy này ký được: hãy thay khóa không kèm --lost, để khóa cũ ký nhận khóa mới.',
      });
    await rotateKey(archive, { previous: lost ? null : key.privateKey, next: next.privateKey, now: new Date() });
  }
  takeNextSigningKey(dataDir);
  return [current?.keyId === nextId ? current.keyId : (current?.keyId ?? null), nextId];
}
