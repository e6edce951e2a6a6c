// Written by `npm run programs:layouts` from the IDLs. Don't edit.

import type { Address } from './address.ts';

export const INSOLVENCY_HANDLER_PROGRAM = '5Gy6MyuJ8uyyK2ySsHQ8e8k27BMr848tY8iC71ymW13T' as Address;

export const INSURANCE_POOL_PROGRAM = '6qaEQCxNtrJLjPE8tepcsJykC1KWzoiGeo3UqdYEs8Bk' as Address;

export const PREMIUM_MANAGER_PROGRAM = 'ucnc5EhhEUDjztqUdfLhb3bCrP3MWFUVZKYZULzYYRE' as Address;

export const RISK_ENGINE_PROGRAM = '9Kg5ThbWTJh4UqGRB2aW9Ru6B6EpbA7B5SxGsB4hvcC3' as Address;

/** By the names that events and errors have. */
export const PROGRAMS = {
  insolvency_handler: INSOLVENCY_HANDLER_PROGRAM,
  insurance_pool: INSURANCE_POOL_PROGRAM,
  premium_manager: PREMIUM_MANAGER_PROGRAM,
  risk_engine: RISK_ENGINE_PROGRAM,
} as const;

export type ProgramName = keyof typeof PROGRAMS;

/** Signs for the risk engine where it calls other programs. */
export const RISK_AUTHORITY = '8XXmQUWgbHUoBn6MiFxu2jdtiSwohnCUfysHwM1rFxH5' as Address;

/** Signs for the insolvency handler where it calls other programs. */
export const HANDLER_AUTHORITY = 'FUeSPm1vrkmphTLwb8mHtiVjgvJ4KSAd12mZYxwsxXdu' as Address;
