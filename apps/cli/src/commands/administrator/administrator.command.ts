import { oneTimePassword } from '#libs/access';
import { Argon2Hasher, createFirstAdministrator, readConfig, StartError, withDatabase } from '#libs/persistence';
import { Command, Option } from 'nest-commander';
import { CliCommand } from '../../cli-command.js';
import { CliIo } from '../../io.js';

interface Options {
  readonly username: string;
  readonly name: string;
  readonly agency: string;
  readonly agencyName: string;
  readonly unit?: string;
  readonly json?: boolean;
}

@Command({ name: 'administrator', description: 'Tạo cơ quan cấp tỉnh và người quản trị đầu tiên của bản cài đặt mới' })
export class AdministratorCommand extends CliCommand {
  constructor(private readonly io: CliIo) {
    super();
  }

  async run(_args: string[], { username, name, agency, agencyName, unit, json }: Options): Promise<void> {
    const config = readConfig();
    const password = oneTimePassword();
    const passwordHash = await new Argon2Hasher().hash(password);
    await withDatabase(config, { max: 2, onProgress: (line) => this.io.say(line) }, async ({ connections, urls }) => {
      if (urls.admin === undefined)
        throw new StartError('Cần DATABASE_ADMIN_URL, tài khoản chủ sở hữu, để tạo người quản trị đầu tiên.');
      await createFirstAdministrator(connections, {
        ...{ username: username.trim().toLowerCase(), fullName: name.trim(), passwordHash },
        ...{ agencyCode: agency.trim().toUpperCase(), agencyName: agencyName.trim(), unitCode: unit ?? null },
      });
    });
    if (json) return this.io.print(JSON.stringify({ username, password }));
    this.io.print(`Tên đăng nhập: ${username}`);
    this.io.print(`Mật khẩu dùng một lần: ${password}`);
    this.io.say('Mật khẩu chỉ hiện lần này; đổi ngay ở lần đăng nhập đầu.');
  }

  @Option({ flags: '--username <tên>', description: 'tên đăng nhập, chữ thường không dấu', required: true })
  username(text: string): string {
    return text;
  }
  @Option({ flags: '--name <họ tên>', description: 'họ và tên', required: true })
  fullName(text: string): string {
    return text;
  }
  @Option({ flags: '--agency <mã>', description: 'mã cơ quan cấp tỉnh', required: true })
  agency(text: string): string {
    return text;
  }
  @Option({ flags: '--agency-name <tên>', description: 'tên cơ quan cấp tỉnh, khi chưa có', required: true })
  agencyName(text: string): string {
    return text;
  }
  @Option({ flags: '--unit <mã>', description: 'mã đơn vị hành chính của tỉnh' })
  unit(text: string): string {
    return text;
  }
  @Option({ flags: '--json', description: 'in một tài liệu JSON' })
  json(): boolean {
    return true;
  }
}
