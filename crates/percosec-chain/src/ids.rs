//! Program ids, and the PDAs whose seeds name no market: known before anything runs, so nobody hashes for them.
use anchor_lang::prelude::Address;

pub const INSURANCE_POOL: Address =
    Address::from_str_const("6qaEQCxNtrJLjPE8tepcsJykC1KWzoiGeo3UqdYEs8Bk");
pub const RISK_ENGINE: Address =
    Address::from_str_const("9Kg5ThbWTJh4UqGRB2aW9Ru6B6EpbA7B5SxGsB4hvcC3");
pub const PREMIUM_MANAGER: Address =
    Address::from_str_const("ucnc5EhhEUDjztqUdfLhb3bCrP3MWFUVZKYZULzYYRE");
pub const INSOLVENCY_HANDLER: Address =
    Address::from_str_const("5Gy6MyuJ8uyyK2ySsHQ8e8k27BMr848tY8iC71ymW13T");

/// The receiver program of Pyth, which owns every `PriceUpdateV2`.
pub const PYTH_RECEIVER: Address =
    Address::from_str_const("rec5EKMGg6MxZYaMdyBfgwp4d5rB9T1VQH5pJv5LtFJ");

pub const TOKEN_PROGRAM: Address =
    Address::from_str_const("TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA");
pub const SYSTEM_PROGRAM: Address = Address::from_str_const("11111111111111111111111111111111");

pub const RISK_AUTHORITY_SEED: &[u8] = b"risk_authority";
pub const RISK_AUTHORITY: Address =
    Address::from_str_const("8XXmQUWgbHUoBn6MiFxu2jdtiSwohnCUfysHwM1rFxH5");
pub const RISK_AUTHORITY_BUMP: u8 = 253;

pub const HANDLER_AUTHORITY_SEED: &[u8] = b"handler_authority";
pub const HANDLER_AUTHORITY: Address =
    Address::from_str_const("FUeSPm1vrkmphTLwb8mHtiVjgvJ4KSAd12mZYxwsxXdu");
pub const HANDLER_AUTHORITY_BUMP: u8 = 254;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_authorities_are_the_canonical_pdas_of_their_seeds() {
        let risk = Address::find_program_address(&[RISK_AUTHORITY_SEED], &RISK_ENGINE);
        assert_eq!(risk, (RISK_AUTHORITY, RISK_AUTHORITY_BUMP));
        let handler = Address::find_program_address(&[HANDLER_AUTHORITY_SEED], &INSOLVENCY_HANDLER);
        assert_eq!(handler, (HANDLER_AUTHORITY, HANDLER_AUTHORITY_BUMP));
    }
}
