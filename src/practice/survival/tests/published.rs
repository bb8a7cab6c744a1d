//! Two more published data sets, with more than two groups and with many spans.

use crate::practice::survival::{Curve, Span, log_rank};

/// Spans in order of length; the sign + is one that still ran.
pub(in crate::practice::survival) fn spans(text: &str) -> Vec<Span> {
    let span = |word: &str| match word.strip_suffix('+') {
        Some(length) => Span::running(length.parse().unwrap()),
        None => Span::ended(word.parse().unwrap()),
    };
    text.split_whitespace().map(span).collect()
}

/// Years from treatment to death of 90 men with cancer of the larynx, by stage I to IV. Source:
/// Kardaun 1983, Statistica Neerlandica 37:103, as in Klein & Moeschberger, Survival Analysis
/// (1997), and in the data sets of lifelines.
fn larynx() -> [Vec<Span>; 4] {
    [
        "0.6 1.3 2.4 2.5+ 3.2 3.2+ 3.3 3.3+ 3.5 3.5 4 4 4.3 4.5+ 4.5+ 5.3 5.5+ 5.9+ 5.9+ 6 6.1+ \
         6.2+ 6.4 6.5 6.5+ 6.7+ 7+ 7.4 7.4+ 8.1+ 8.1+ 9.6+ 10.7+",
        "0.2 1.8 2 2.2+ 2.6+ 3.3+ 3.6 3.6+ 4 4.3+ 4.3+ 5+ 6.2 7 7.5+ 7.6+ 9.3+",
        "0.3 0.3 0.5 0.7 0.8 1 1.3 1.6 1.8 1.9 1.9 3.2 3.5 3.7+ 4.5+ 4.8+ 4.8+ 5 5+ 5.1+ 6.3 6.4 \
         6.5+ 7.8 8+ 9.3+ 10.1+",
        "0.1 0.3 0.4 0.8 0.8 1 1.5 2 2.3 2.9+ 3.6 3.8 4.3+",
    ]
    .map(spans)
}

/// Days of survival of 138 men and 90 women with advanced lung cancer. Source: Loprinzi and others
/// 1994, J Clin Oncol 12:601, as in the R package survival and in the data sets of lifelines.
fn lung() -> [Vec<Span>; 2] {
    [
        "11 11 11 12 13 13 15 26 30 31 53 53 54 59 60 65 65 71 81 88 88 92 93 95 105 107 110 116 \
         118 131 132 132 135 142 144 147 156 156 163 163 163 166 170 174+ 175 176 177 179 179 180 \
         181 181 183 185+ 188+ 189 191+ 196+ 197 197+ 202 207 210 212 218 221+ 222 222+ 223 225+ \
         225+ 229 230 237+ 239 246 259+ 267 269 270 279+ 283 284 284+ 285 286 288 291 292+ 300+ \
         301 301+ 303 303+ 306 310 320 329 337 353 353 363 364 371 387 390 394 404+ 413+ 428 429 \
         442 444+ 455 457 458+ 460 477 519 524 533 558 567 574 583 613 624 643 655 689 707 791 \
         806+ 814 840+ 883 1010+ 1022+",
        "5 60 61 62 79 81 92+ 95 105+ 107 122 145 145 153 166 167 173+ 175+ 177+ 182 186 192+ 194 \
         199 201 201 202+ 203+ 208 211+ 224+ 226 235+ 239 240+ 243+ 245 252+ 266+ 268 269+ 272+ \
         276+ 285 292+ 293 296+ 305 310 315+ 332+ 340 345 348 350 351 356+ 361 363 364+ 371 376+ \
         382+ 384+ 426 433 444 450 473 511+ 511+ 520 524 529+ 543+ 550 551+ 559+ 588+ 641 654 687 \
         705 728 731 735 740+ 765 821+ 965+",
    ]
    .map(spans)
}

/// The published table: observed 15, 7, 17 and 11 against expected 22.57, 10.01, 14.08 and 3.34;
/// statistic 22.8 with three degrees of freedom, p = 4.53e-05 (survdiff in R; lifelines gives
/// 22.762757).
#[test]
fn four_stages_of_cancer_of_the_larynx_differ() {
    let found = log_rank(&larynx()).unwrap();
    let wanted = [
        (33, 15, 22.57),
        (17, 7, 10.01),
        (27, 17, 14.08),
        (13, 11, 3.34),
    ];
    for (group, (n, ended, expected)) in found.groups.iter().zip(wanted) {
        assert_eq!((group.n, group.ended), (n, ended));
        assert!((group.expected - expected).abs() < 0.005, "{group:?}");
    }
    assert_eq!(found.freedom, 3);
    assert!((found.chi_square - 22.762_757).abs() < 1e-6, "{found:?}");
    assert!((found.p - 4.525_2e-5).abs() < 1e-9, "{found:?}");
}

/// As R prints them: 165 deaths of 228, median 310 days; men 112 deaths, median 270, women 53 and
/// 426. Intervals on the log-log scale: 284–361, 210–306 and 345–524. The test gives 10.3,
/// p = 0.001, with 91.6 and 73.4 deaths expected.
#[test]
fn survival_with_advanced_lung_cancer() {
    let groups = lung();
    let everybody = groups.concat();
    for (spans, n, ended, median, interval) in [
        (&everybody, 228, 165, 310.0, (284.0, 361.0)),
        (&groups[0], 138, 112, 270.0, (210.0, 306.0)),
        (&groups[1], 90, 53, 426.0, (345.0, 524.0)),
    ] {
        let curve = Curve::of(spans, 0.95);
        assert_eq!((curve.n, curve.n - curve.running), (n, ended));
        assert_eq!(curve.median(), Some(median));
        assert_eq!(
            curve.quantile_interval(0.5),
            (Some(interval.0), Some(interval.1))
        );
    }
    let found = log_rank(&groups).unwrap();
    assert!((found.chi_square - 10.326_742).abs() < 1e-6, "{found:?}");
    assert!((found.p - 0.001_311).abs() < 1e-6, "{found:?}");
    assert!((found.groups[0].expected - 91.6).abs() < 0.05);
    assert!((found.groups[1].expected - 73.4).abs() < 0.05);
}
