use ical::IcalParser;
use ical::parser::ical::component::{IcalCalendar, IcalEvent};
use ical::property::Property as Line;
use proptest::prelude::*;

use super::*;

fn event() -> Event {
    Event {
        uid: "165-kh-ubnd/bao-cao-nam/2026@tiendo".into(),
        summary: "Báo cáo năm 2026 → BTV Tỉnh ủy; trước 30/10, gửi bản giấy".into(),
        description:
            "KH 165/KH-UBND, IV.7.a\nVì sao: “trước ngày 30/10 hằng năm” \\ngày cuối hợp lệ T5 29/10/26"
                .into(),
        day: "2026-10-29".parse().unwrap(),
        sequence: 3,
        alarms: vec![7, 1, 0],
        standing: Standing::Confirmed,
    }
}

fn stamp() -> DateTime<Utc> {
    "2026-10-01T02:03:04Z".parse().unwrap()
}

fn read(text: &str) -> IcalCalendar {
    // The reader trims each line before it joins them, against section 3.1 of the standard: joined for it.
    let joined = text.replace("\r\n ", "");
    let mut calendars = IcalParser::new(joined.as_bytes()).collect::<Result<Vec<_>, _>>().unwrap();
    assert_eq!(calendars.len(), 1);
    calendars.remove(0)
}

fn value(lines: &[Line], name: &str) -> Option<String> {
    let found: Vec<_> = lines.iter().filter(|line| line.name == name).collect();
    assert!(found.len() <= 1, "{name} stands twice");
    found.first().and_then(|line| line.value.clone())
}

/// What another program sees: the reader leaves the escapes of the format in place.
fn unescaped(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        match (c, c == '\\') {
            (_, true) => match rest.next().unwrap() {
                'n' => plain.push('\n'),
                c => plain.push(c),
            },
            (';' | ',', _) => panic!("a bare {c} in {text}"),
            _ => plain.push(c),
        }
    }
    plain
}

fn text_of(event: &IcalEvent, name: &str) -> String {
    unescaped(&value(&event.properties, name).unwrap())
}

#[test]
fn another_program_reads_what_was_written() {
    let calendar = read(&super::calendar(&[event()], stamp()));
    assert_eq!(value(&calendar.properties, "METHOD").unwrap(), "PUBLISH");
    assert_eq!(value(&calendar.properties, "PRODID").unwrap(), "-//tiendo//tiendo//VI");
    let [found] = calendar.events.as_slice() else { panic!("one event") };
    assert_eq!(text_of(found, "UID"), event().uid);
    assert_eq!(text_of(found, "SUMMARY"), event().summary);
    assert_eq!(text_of(found, "DESCRIPTION"), event().description);
    let plain = |name| value(&found.properties, name).unwrap();
    assert_eq!((plain("DTSTART"), plain("DTEND")), ("20261029".into(), "20261030".into()));
    let start = found.properties.iter().find(|line| line.name == "DTSTART").unwrap();
    assert_eq!(start.params, Some(vec![("VALUE".into(), vec!["DATE".into()])]));
    assert_eq!((plain("DTSTAMP"), plain("SEQUENCE")), ("20261001T020304Z".into(), "3".into()));
    assert_eq!((plain("STATUS"), plain("TRANSP")), ("CONFIRMED".into(), "TRANSPARENT".into()));
}

#[test]
fn a_program_that_trims_each_piece_loses_no_space() {
    let text = super::calendar(&[event()], stamp());
    assert!(text.contains("\r\n "), "nothing is folded");
    let trimmed: String = text.split("\r\n ").map(|piece| piece.trim_matches(' ')).collect();
    assert_eq!(trimmed, text.replace("\r\n ", ""));
}

#[test]
fn alarms_ring_at_eight_so_many_days_before() {
    let calendar = read(&super::calendar(&[event()], stamp()));
    let alarms = &calendar.events[0].alarms;
    let triggers: Vec<_> = alarms.iter().map(|alarm| value(&alarm.properties, "TRIGGER").unwrap()).collect();
    assert_eq!(triggers, ["-P6DT16H", "-PT16H", "PT8H"]);
    let alarm = &alarms[0].properties;
    assert_eq!(unescaped(&value(alarm, "DESCRIPTION").unwrap()), event().summary);
    assert_eq!(value(alarm, "ACTION").unwrap(), "DISPLAY");
}

#[test]
fn a_day_of_a_draft_is_tentative() {
    let calendar = read(&super::calendar(&[Event { standing: Standing::Tentative, ..event() }], stamp()));
    assert_eq!(value(&calendar.events[0].properties, "STATUS").unwrap(), "TENTATIVE");
}

#[test]
fn a_cancelled_event_says_so_and_rings_no_more() {
    let calendar = read(&super::calendar(&[Event { standing: Standing::Cancelled, ..event() }], stamp()));
    let found = &calendar.events[0];
    assert_eq!(value(&found.properties, "STATUS").unwrap(), "CANCELLED");
    assert!(found.alarms.is_empty());
}

#[test]
fn the_same_events_give_the_same_bytes() {
    let events = [event(), Event { uid: "hai".into(), description: String::new(), ..event() }];
    assert_eq!(super::calendar(&events, stamp()), super::calendar(&events, stamp()));
    assert_eq!(read(&super::calendar(&[], stamp())).events.len(), 0);
}

#[test]
fn hostile_text_adds_no_line() {
    let evil = "x\r\nEND:VEVENT\r\nBEGIN:VALARM\u{85}ATTACH:http://x\u{2028}\u{1b}]0;t\u{7}\u{202e}";
    let hostile =
        Event { uid: evil.into(), summary: evil.into(), description: evil.into(), alarms: vec![], ..event() };
    let text = super::calendar(&[hostile], stamp());
    assert!(!text.chars().any(|c| c.is_control() && !matches!(c, '\r' | '\n')) && !text.contains('\u{202e}'));
    let calendar = read(&text);
    assert_eq!((calendar.events.len(), calendar.alarms.len(), calendar.events[0].alarms.len()), (1, 0, 0));
    assert_eq!(text_of(&calendar.events[0], "SUMMARY"), "x END:VEVENT BEGIN:VALARM ATTACH:http://x");
    assert_eq!(value(&calendar.events[0].properties, "ATTACH"), None);
}

proptest! {
    #[test]
    fn lines_are_folded_between_letters(summary in "[ạđ→🎉a ,;\\\\]{0,200}", description in "[ủ\n a\\\\n,]{0,300}") {
        let wanted = Event { summary: summary.clone(), description: description.clone(), ..event() };
        let text = super::calendar(&[wanted], stamp());
        for line in text.split("\r\n") {
            prop_assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{} octets: {line}", line.len());
        }
        let calendar = read(&text);
        let found = &calendar.events[0];
        // The reader trims the ends of a line.
        let shown = value(&found.properties, "SUMMARY").map(|text| unescaped(&text)).unwrap_or_default();
        prop_assert_eq!(shown.trim().to_owned(), one_line(&summary).trim().to_owned());
        let shown = value(&found.properties, "DESCRIPTION").map(|text| unescaped(&text)).unwrap_or_default();
        prop_assert_eq!(shown.trim_matches(' ').to_owned(), multi_line(&description).trim_matches(' ').to_owned());
    }
}

#[test]
fn what_would_have_rung_before_the_file_was_made_has_no_alarm() {
    let alarms =
        |made: &str| super::calendar(&[event()], made.parse().unwrap()).matches("BEGIN:VALARM").count();
    assert_eq!(alarms("2026-10-22T02:00:00Z"), 3, "the first rings today");
    // After 17:00 UTC it is the next day in Việt Nam.
    assert_eq!(alarms("2026-10-22T17:00:00Z"), 2);
    assert_eq!(alarms("2026-10-28T02:00:00Z"), 2);
    assert_eq!((alarms("2026-10-29T02:00:00Z"), alarms("2026-11-21T02:00:00Z")), (0, 0), "not in the future");
}
