import { generateSecret, generateURI, verify } from 'otplib';
import { OneTimeCodes } from '#libs/access';

const PERIOD_S = 30;
const ISSUER = 'Nghe Dân';

export class OtplibCodes extends OneTimeCodes {
  newSecret(): string {
    return generateSecret();
  }

  uri(secret: string, username: string): string {
    return generateURI({ issuer: ISSUER, label: username, secret });
  }

  async stepOf(secret: string, code: string): Promise<number | null> {
    const epoch = Math.floor(Date.now() / 1000);
    const found = await verify({ secret, token: code, epoch, epochTolerance: PERIOD_S });
    return found.valid ? Math.floor(epoch / PERIOD_S) + found.delta : null;
  }
}
