/**
 * Leads a round from question to question: the product's host, or the one who speaks for a bare server.
 * What returns a number returns the monotonic time at which the order was sent.
 */
export interface RoundDriver {
  /** Before the first player connects: the lobby is open when it resolves. */
  begin(): Promise<void>;
  open(questionNo: number): Promise<number>;
  /** Comes back when the question is closed; by itself when all have answered, at the latest when its time is over. */
  closed(questionNo: number): Promise<void>;
  reveal(questionNo: number): Promise<number>;
  leaderboard(questionNo: number): Promise<number>;
  finish(): Promise<void>;
}
