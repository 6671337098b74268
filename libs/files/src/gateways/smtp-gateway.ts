import { MessageGateway, type MessageText } from '#libs/notifications';
import { createTransport, type Transporter } from 'nodemailer';

/** Mail through an SMTP server: `smtp://user:password@host:587`, `smtps://…`. */
export class SmtpGateway extends MessageGateway {
  readonly dryRun = false;
  private readonly transport: Transporter;

  constructor(
    url: string,
    private readonly from: string,
  ) {
    super();
    this.transport = createTransport({
      url,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 20_000,
    });
  }

  override async send({ to, subject, body }: { readonly to: string } & MessageText): Promise<{ ref: string | null }> {
    const { messageId } = (await this.transport.sendMail({ from: this.from, to, subject, text: body })) as {
      messageId?: string;
    };
    return { ref: messageId ?? null };
  }
}
