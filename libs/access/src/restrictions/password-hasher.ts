/** Port: keeps shared passwords as people's own are kept. Implemented by the users lib. */
export abstract class PasswordHasher {
  /** The hash to store. */
  abstract hash(password: string): Promise<string>;
  /** Does the password fit the stored hash? */
  abstract matches(password: string, stored: string | null): Promise<boolean>;
}
