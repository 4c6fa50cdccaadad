/** A whole request that cannot be taken: its status and a sentence with the fix. */
export class DoorError extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 405 | 413 | 415,
    message: string,
  ) {
    super(message);
  }
}
