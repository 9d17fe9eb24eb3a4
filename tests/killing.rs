//! kill -9 at each of 200 moments of a session: at most two seconds of typing are gone, never a sent report, and every
//! receipt of before still holds.
//!
//! The session runs on the clock of the tests, so that the moments are the same on every machine; tests/pty/killing.rs
//! kills the real program.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "the lint takes the helpers of an integration test for code"
)]

mod harness;

use std::rc::Rc;
use std::time::Duration;

use harness::{App, Home, Start};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use tiendo::domain::record::{Report, ReportState, seal};

/// What may be lost.
const MOST_LOST: Duration = Duration::from_secs(2);
/// Moments at which the program is killed, over all tests here.
const KILLS: u32 = 200;

/// One thing that the user does, and how long after the one before.
#[derive(Clone, Copy)]
enum Act {
    /// A key.
    Key(&'static str),
    /// A letter into the report.
    Type(char),
    /// The next user sits down: what was said to be saved or sent must be there.
    Colleague,
}

/// Writes a report, submits it, has it approved and sent, takes it at the desk, gives it back, writes on.
fn session() -> Vec<(u64, Act)> {
    let mut acts = vec![(400, Act::Key("4")), (300, Act::Key("Enter")), (300, Act::Key("Enter"))];
    let text = "Đã mở mười hai lớp bồi dưỡng cho cán bộ xã; tuyển năm bác sĩ về tuyến cơ sở trong quý ba. ";
    acts.extend(text.chars().map(|c| (70, Act::Type(c))));
    acts.extend([(200, Act::Key("^S"))]);
    acts.extend("Số liệu đang rà soát thêm một lần nữa.".chars().map(|c| (110, Act::Type(c))));
    acts.extend([(300, Act::Key("F10")), (900, Act::Key("Enter"))]);
    acts.extend([(500, Act::Colleague), (700, Act::Key("4"))]);
    acts.extend([(500, Act::Key("Enter")), (500, Act::Key("F10")), (800, Act::Key("Enter"))]);
    acts.extend([(2_500, Act::Key("4"))]);
    acts
}

/// What the session has shown so far.
#[derive(Default)]
struct Shown {
    typed: Vec<(char, Duration)>,
    sent: bool,
    submitted: bool,
}

struct Session {
    home: Rc<Home>,
    app: App,
    shown: Shown,
}

impl Session {
    fn new() -> Self {
        let home = Home::new();
        let app = Self::of(&home, "cv-01");
        Self { home, app, shown: Shown::default() }
    }

    fn of(home: &Rc<Home>, user: &str) -> App {
        App::on(home, &Start { agency: Some("ls-so-y-te".into()), user: user.into(), ..Start::default() })
    }

    /// Plays the session up to a moment.
    fn play(&mut self, until: Duration) {
        let mut at = Duration::ZERO;
        for (after, act) in session() {
            let next = at + Duration::from_millis(after);
            let end = next.min(until);
            self.app.wait((end - at).as_millis() as u64);
            at = next;
            if at >= until {
                return;
            }
            match act {
                Act::Key(keys) => {
                    self.app.press(keys);
                    self.shown.submitted |= self.app.shows("Đã trình duyệt");
                    self.shown.sent |= self.app.shows("Đã gửi, không hoàn tác được");
                }
                Act::Type(c) => {
                    self.app.type_text(&c.to_string());
                    self.shown.typed.push((c, at));
                }
                // The clock of the session goes on where the first user left it.
                Act::Colleague => self.app = Self::of(&self.home, "ld-01"),
            }
        }
    }

    fn report(&self) -> Option<Report> {
        self.app.records().reports.into_iter().find(|report| report.agency.as_str() == "ls-so-y-te")
    }
}

/// Kills a quarter of the sessions, at moments of their own.
fn killed(seed: u8) {
    let length: u64 = session().iter().map(|(after, _)| after).sum();
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]);
    let mut random = TestRunner::new_with_rng(Config::default(), rng);
    let (mut submitted, mut sent) = (0, 0);
    for _ in 0..KILLS / 4 {
        let at = Duration::from_millis(rand_below(&mut random, length + 500));
        let mut session = Session::new();
        session.play(at);
        check(&session, at);
        submitted += u32::from(session.shown.submitted);
        sent += u32::from(session.shown.sent);
    }
    assert!(submitted > 5 && sent > 2, "the moments miss a part of the session: {submitted}, {sent}");
}

#[test]
fn fifty_moments() {
    killed(1);
}

#[test]
fn fifty_other_moments() {
    killed(2);
}

#[test]
fn fifty_more_moments() {
    killed(3);
}

#[test]
fn the_last_fifty_moments() {
    killed(4);
}

fn rand_below(random: &mut TestRunner, end: u64) -> u64 {
    use proptest::strategy::{Strategy, ValueTree};
    (0..end).new_tree(random).unwrap().current()
}

/// Looks at the file alone: the program is gone without a word.
fn check(session: &Session, at: Duration) {
    let report = session.report();
    let saved = report.as_ref().map(|report| report.results.clone()).unwrap_or_default();
    let drafts = session.app.snapshot().drafts;
    let draft = drafts.iter().map(|draft| draft.body.as_str()).collect::<String>();
    let old = session.shown.typed.iter().take_while(|(_, when)| *when + MOST_LOST < at);
    let old: String = old.map(|(c, _)| *c).collect();
    let old = old.trim_end();
    assert!(
        saved.contains(old) || draft.contains(old),
        "killed at {at:?}: {old:?} is lost\n{saved:?}\n{draft}"
    );

    let state = report.as_ref().map(|report| report.state);
    if session.shown.sent {
        assert_eq!(state, Some(ReportState::Sent), "killed at {at:?}");
    }
    if session.shown.submitted {
        assert!(matches!(state, Some(ReportState::AwaitingApproval | ReportState::Sent)), "killed at {at:?}");
    }
    for version in session.app.records().submissions {
        let sealed = version.sealed.as_ref().unwrap();
        assert_eq!(seal(&version, sealed), sealed.hash, "a receipt printed before does not hold");
    }
}
