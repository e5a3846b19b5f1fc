/** The server cannot start as it was told to. The sentences say what to change; the operator needs no stack. */
export class StartRefusal extends Error {
  constructor(
    readonly chinese: string,
    readonly english: string,
  ) {
    super(english);
    this.name = 'StartRefusal';
  }
}
