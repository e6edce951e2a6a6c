//! The accounts of this program.
mod insolvency_record;
mod market_claims;

pub use insolvency_record::InsolvencyRecord;
pub use market_claims::MarketClaims;
