export interface Market {
  /** What traders call it: SOL-PERP. */
  readonly symbol: string;
  /** The perp market's own account, by which its insurance is found. */
  readonly market: string;
  /** The account with its price; undefined where the cluster doesn't say. */
  readonly oracle?: string;
  /** Of the collateral. */
  readonly decimals: number;
  /** The collateral's mint. */
  readonly token: string;
  readonly tokenSymbol: string;
  readonly epochSlots?: number;
}
