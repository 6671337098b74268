import { hash, verify } from '@node-rs/argon2';
import { PasswordHasher } from '#libs/access';

/** Argon2id with 19 MiB and two passes, the library's default and OWASP's floor. */
export class Argon2Hasher extends PasswordHasher {
  hash(password: string): Promise<string> {
    return hash(password.normalize('NFC'));
  }

  async verify(stored: string, password: string): Promise<boolean> {
    // A hash that cannot be read opens nothing.
    return verify(stored, password.normalize('NFC')).catch(() => false);
  }
}
