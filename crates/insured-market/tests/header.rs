//! The header's bytes, as any other program or client would write and read them.
use insured_market::{
    offset, Figures, HeaderError, InsuredMarket, InsuredMarketMut, DISCRIMINATOR, LEN, VERSION,
};

const AUTHORITY: [u8; 32] = [0xa1; 32];
const COVER_VAULT: [u8; 32] = [0xc2; 32];
const FIGURES: Figures = Figures {
    open_interest: 0x0102_0304_0506_0708,
    liquidity: 0x1112_1314_1516_1718,
    avg_leverage_bps: 0x2122_2324_2526_2728,
    funding_rate_ppm: -0x3132_3334_3536_3738,
};

/// A header written byte by byte, by the published offsets alone.
fn by_hand() -> [u8; LEN] {
    let mut bytes = [0; LEN];
    bytes[0..8].copy_from_slice(&DISCRIMINATOR);
    bytes[8] = 1;
    bytes[9] = 1;
    bytes[16..48].copy_from_slice(&AUTHORITY);
    bytes[48..80].copy_from_slice(&COVER_VAULT);
    bytes[80..88].copy_from_slice(&[8, 7, 6, 5, 4, 3, 2, 1]);
    bytes[88..96].copy_from_slice(&[0x18, 0x17, 0x16, 0x15, 0x14, 0x13, 0x12, 0x11]);
    bytes[96..104].copy_from_slice(&[0x28, 0x27, 0x26, 0x25, 0x24, 0x23, 0x22, 0x21]);
    bytes[104..112].copy_from_slice(&FIGURES.funding_rate_ppm.to_le_bytes());
    bytes[112..120].copy_from_slice(&[3, 0, 0, 0, 0, 0, 0, 0]);
    bytes[120..128].copy_from_slice(&[5, 0, 0, 0, 0, 0, 0, 0]);
    bytes[128..136].copy_from_slice(&[9, 0, 0, 0, 0, 0, 0, 0]);
    bytes
}

#[test]
fn offsets_leave_no_gap() {
    let fields = [
        (offset::DISCRIMINATOR, 8),
        (offset::VERSION, 1),
        (offset::FLAGS, 1),
        (offset::RESERVED, 6),
        (offset::AUTHORITY, 32),
        (offset::COVER_VAULT, 32),
        (offset::OPEN_INTEREST, 8),
        (offset::LIQUIDITY, 8),
        (offset::AVG_LEVERAGE_BPS, 8),
        (offset::FUNDING_RATE_PPM, 8),
        (offset::MARGIN_ABSORBED, 8),
        (offset::CUMULATIVE_DEFICIT, 8),
        (offset::UPDATED_SLOT, 8),
    ];
    let end = fields.iter().fold(0usize, |end, (offset, len)| {
        assert_eq!(*offset, end);
        end.saturating_add(*len)
    });
    assert_eq!((end, LEN), (136, 136));
}

#[test]
fn reads_every_field() {
    let bytes = by_hand();
    let market = InsuredMarket::read(&bytes).expect("a header");
    assert!(market.is_open());
    assert_eq!(market.authority(), &AUTHORITY);
    assert_eq!(market.cover_vault(), &COVER_VAULT);
    assert_eq!(market.open_interest(), FIGURES.open_interest);
    assert_eq!(market.liquidity(), FIGURES.liquidity);
    assert_eq!(market.avg_leverage_bps(), FIGURES.avg_leverage_bps);
    assert_eq!(market.funding_rate_ppm(), FIGURES.funding_rate_ppm);
    assert_eq!(market.margin_absorbed(), 3);
    assert_eq!(market.cumulative_deficit(), 5);
    assert_eq!(market.updated_slot(), 9);
}

#[test]
fn writes_every_field() {
    let mut bytes = [0; LEN];
    let mut market =
        InsuredMarketMut::create(&mut bytes, &AUTHORITY, &COVER_VAULT, 4).expect("a new header");
    market.set_open(true, 5);
    market.set_figures(FIGURES, 6);
    market.add_deficit(5, 3, 9).expect("a deficit");
    assert_eq!(bytes, by_hand());
}

#[test]
fn a_new_header_is_closed_and_owes_nothing() {
    let mut bytes = [0; LEN];
    let market =
        InsuredMarketMut::create(&mut bytes, &AUTHORITY, &COVER_VAULT, 4).expect("a new header");
    let market = market.as_read();
    assert!(!market.is_open());
    assert_eq!(
        (
            market.cumulative_deficit(),
            market.margin_absorbed(),
            market.updated_slot()
        ),
        (0, 0, 4)
    );
}

#[test]
fn opens_an_account_that_goes_on_after_the_header_and_leaves_the_rest_alone() {
    let mut account = [by_hand().as_slice(), &[7; 64]].concat();
    let mut market = InsuredMarketMut::open(&mut account).expect("a header");
    market.set_authority(&[1; 32], 10);
    market.set_cover_vault(&[2; 32], 11);
    let market = market.as_read();
    assert_eq!(
        (
            market.authority(),
            market.cover_vault(),
            market.updated_slot()
        ),
        (&[1; 32], &[2; 32], 11)
    );
    assert_eq!(account[LEN..], [7; 64]);
}

#[test]
fn every_change_keeps_its_slot() {
    let mut bytes = by_hand();
    let mut slot = 100;
    let changes: [fn(&mut InsuredMarketMut, u64); 5] = [
        |market, slot| market.set_open(false, slot),
        |market, slot| market.set_authority(&COVER_VAULT, slot),
        |market, slot| market.set_cover_vault(&AUTHORITY, slot),
        |market, slot| market.set_figures(FIGURES, slot),
        |market, slot| market.add_deficit(1, 1, slot).expect("a deficit"),
    ];
    let mut market = InsuredMarketMut::open(&mut bytes).expect("a header");
    for change in changes {
        change(&mut market, slot);
        assert_eq!(market.as_read().updated_slot(), slot);
        slot = slot.saturating_add(1);
    }
    market.set_open(true, 1);
    assert_eq!(
        market.as_read().updated_slot(),
        104,
        "time does not run back"
    );
}

#[test]
fn only_the_open_flag_is_touched() {
    let mut bytes = by_hand();
    bytes[offset::FLAGS] = 0b1010_0100;
    let mut market = InsuredMarketMut::open(&mut bytes).expect("a header");
    assert!(!market.as_read().is_open());
    market.set_open(true, 9);
    assert!(market.as_read().is_open());
    market.set_open(true, 9);
    assert!(market.as_read().is_open());
    market.set_open(false, 9);
    assert!(!market.as_read().is_open());
    assert_eq!(bytes[offset::FLAGS], 0b1010_0100);
}

#[test]
fn a_deficit_may_be_absorbed_later_but_never_more_than_it_was() {
    let mut bytes = by_hand();
    let before = bytes;
    let mut market = InsuredMarketMut::open(&mut bytes).expect("a header");
    assert_eq!(
        market.add_deficit(0, 3, 10),
        Err(HeaderError::AbsorbedMoreThanDeficit)
    );
    assert_eq!(
        market.add_deficit(u64::MAX, 0, 10),
        Err(HeaderError::Overflow)
    );
    assert_eq!(
        market.add_deficit(0, u64::MAX, 10),
        Err(HeaderError::Overflow)
    );
    assert_eq!(
        market,
        InsuredMarketMut::open(&mut before.clone()).expect("a header"),
        "a refusal changes nothing"
    );
    market.add_deficit(0, 2, 10).expect("all of it absorbed");
    assert_eq!(
        (
            market.as_read().cumulative_deficit(),
            market.as_read().margin_absorbed()
        ),
        (5, 5)
    );
    market
        .add_deficit(u64::MAX - 5, 0, 11)
        .expect("the largest sum there is");
    assert_eq!(market.as_read().cumulative_deficit(), u64::MAX);
}

#[test]
fn refuses_what_is_no_header() {
    for len in 0..LEN {
        assert_eq!(
            InsuredMarket::read(&by_hand()[..len]),
            Err(HeaderError::TooShort)
        );
        assert_eq!(
            InsuredMarketMut::open(&mut by_hand()[..len]),
            Err(HeaderError::TooShort)
        );
        let new =
            InsuredMarketMut::create(&mut [0; LEN][..len], &AUTHORITY, &COVER_VAULT, 0).map(|_| ());
        assert_eq!(new, Err(HeaderError::TooShort));
    }
    for at in offset::DISCRIMINATOR..offset::VERSION {
        let mut bytes = by_hand();
        bytes[at] ^= 1;
        assert_eq!(
            InsuredMarket::read(&bytes),
            Err(HeaderError::WrongDiscriminator)
        );
        assert_eq!(
            InsuredMarketMut::open(&mut bytes),
            Err(HeaderError::WrongDiscriminator)
        );
    }
    for version in (0..=u8::MAX).filter(|version| *version != VERSION) {
        let mut bytes = by_hand();
        bytes[offset::VERSION] = version;
        assert_eq!(InsuredMarket::read(&bytes), Err(HeaderError::WrongVersion));
        assert_eq!(
            InsuredMarketMut::open(&mut bytes),
            Err(HeaderError::WrongVersion)
        );
    }
}

#[test]
fn creates_over_nothing_but_zeroes() {
    for at in 0..LEN {
        let mut bytes = [0; LEN];
        bytes[at] = 1;
        let before = bytes;
        let new = InsuredMarketMut::create(&mut bytes, &AUTHORITY, &COVER_VAULT, 0).map(|_| ());
        assert_eq!(new, Err(HeaderError::NotEmpty));
        assert_eq!(bytes, before);
    }
}
