import { build, type Input } from './build.ts';
import {
  ACTIVATE_MARKET,
  DEACTIVATE_MARKET,
  INITIALIZE_MARKET_CONFIG,
  INITIALIZE_RISK_METRICS,
  RISK_ENGINE_SET_PREMIUM_RATE,
  UPDATE_SCORE,
} from './generated.ts';

export const initializeMarketConfigInstruction = (input: Input<typeof INITIALIZE_MARKET_CONFIG, 'authority'>) =>
  build(INITIALIZE_MARKET_CONFIG, input);

export const initializeRiskMetricsInstruction = (input: Input<typeof INITIALIZE_RISK_METRICS, 'authority'>) =>
  build(INITIALIZE_RISK_METRICS, input);

export const updateScoreInstruction = (input: Input<typeof UPDATE_SCORE, 'oracleData'>) => build(UPDATE_SCORE, input);

/** Hands the score's rate on to the premium manager; as a rule in one transaction with `updateScoreInstruction`. */
export const setPremiumRateInstruction = (input: Input<typeof RISK_ENGINE_SET_PREMIUM_RATE, 'keeperTokenAccount'>) =>
  build(RISK_ENGINE_SET_PREMIUM_RATE, input);

export const activateMarketInstruction = (input: Input<typeof ACTIVATE_MARKET, 'authority'>) =>
  build(ACTIVATE_MARKET, input);

export const deactivateMarketInstruction = (input: Input<typeof DEACTIVATE_MARKET, 'authority'>) =>
  build(DEACTIVATE_MARKET, input);
