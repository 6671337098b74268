import { MessageGateway, type OutgoingMessage } from '#libs/notifications';
import { createTransport, type Transporter } from 'nodemailer';

/** Mail through an SMTP server: `smtp://user:password@host:587`, `smtps://…`. */
export class SmtpGateway extends MessageGateway {
  readonly dryRun = false;
  private readonly transport: Transporter;
  private readonly domain: string;

  constructor(
    url: string,
    private readonly from: string,
  ) {
    super();
    this.domain = /@([\w.-]+)>?\s*$/.exec(from)?.[1] ?? 'nghedan.invalid';
    this.transport = createTransport({
      url,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 20_000,
    });
  }

  /** Sent again after a crash, a mail keeps its Message-ID: mail servers and programs show it once. */
  override async send({ id, to, subject, body }: OutgoingMessage): Promise<{ ref: string | null }> {
    const messageId = `<${id}@${this.domain}>`;
    await this.transport.sendMail({ from: this.from, to, subject, text: body, messageId });
    return { ref: messageId };
  }
}
