//! The letter in short: a message for a phone, a day in a calendar, a mail.

use super::body::remark;
use super::{Asking, Recipient, weekday};
use crate::text::date::format_official;
use crate::text::event::{Event, Standing};
use crate::text::letterhead::abbreviated;
use crate::text::sanitise::one_line;

/// Most characters of the message for a phone.
pub const LONGEST_CHAT: usize = 500;

/// Days before the event on which a calendar rings.
const ALARMS: [u16; 2] = [7, 1];

/// A message for Zalo: plain text of at most [`LONGEST_CHAT`] characters, with as many names as fit.
pub fn chat(asking: &Asking) -> String {
    let asked = || asking.to.iter();
    let name = |asked: &Recipient| abbreviated(&one_line(&asked.name));
    let names: Vec<String> = asked().map(name).collect();
    // What each lacks goes with its name as long as there is room for all of it.
    let lacking = asked().map(|asked| format!("{} ({})", name(asked), one_line(remark(&asked.remark))));
    let whole = asking.returned.then(|| message(asking, &lacking.collect::<Vec<_>>(), names.len()));
    let fitting = (0..=names.len()).rev().map(|count| message(asking, &names, count));
    let shortest = message(asking, &names, 0);
    let found = whole.into_iter().chain(fitting).find(|text| text.chars().count() <= LONGEST_CHAT);
    found.unwrap_or_else(|| shortest.chars().take(LONGEST_CHAT - 1).chain(['…']).collect())
}

/// The message with the first `count` names.
fn message(asking: &Asking, names: &[String], count: usize) -> String {
    let listed = names.get(..count).unwrap_or(names).join(if asking.returned { "; " } else { ", " });
    let who = match (count, names.len() - count.min(names.len())) {
        (0, all) => format!("{all} cơ quan, đơn vị"),
        (_, 0) => listed,
        (_, more) => format!("{listed} và {more} nơi khác"),
    };
    let days = asking.days().map(|days| format!(" Hạn: {days}.")).unwrap_or_default();
    let plan = format!("{} theo {}, mục {}", asking.report(), asking.plan_short, asking.clause);
    let desk = &asking.desk.name;
    let until = format!("{}chậm nhất {}", at_once(asking), asked_day(asking));
    one_line(&if asking.returned {
        format!(
            "{desk}: trả lại {plan} để bổ sung, hoàn thiện.{days} Cần bổ sung: {who}. Đề nghị hoàn thiện và gửi lại \
             {until}; báo cáo được trả lại chưa tính là đã nộp."
        )
    } else {
        let late = asking.late_days().map(|days| format!(" Đã quá hạn {days} ngày.")).unwrap_or_default();
        format!(
            "{desk}: nhắc gửi {plan}.{days}{late} Chưa gửi: {who}. Đề nghị gửi {until}. Nơi nào đã gửi xin bỏ qua tin \
             này."
        )
    })
}

/// "ngay, " once the advised day is past.
fn at_once(asking: &Asking) -> &'static str {
    if asking.asked.at_once { "ngay, " } else { "" }
}

/// "thứ Sáu 27/11/2026".
fn asked_day(asking: &Asking) -> String {
    format!("{} {}", weekday(asking.asked.day), format_official(asking.asked.day))
}

/// The day on which the report is due, or, once that is past, the day that is asked for instead.
///
/// `uid` is that of the round: each of the two days has its own, so that a later file changes the entry and adds none.
/// A day that was granted moves the entry of those that have it. `sequence` counts the reminders so far.
pub fn event(asking: &Asking, uid: &str, sequence: u32) -> Event {
    let (uid, day) = match asking.due_last().filter(|_| asking.late_days().is_none()) {
        Some(due_last) => (format!("{uid}@tiendo.invalid"), due_last),
        None => (format!("{uid}-de-nghi@tiendo.invalid"), asking.asked.day),
    };
    let days = asking.days().map(|days| format!("\nHạn theo văn bản: {days}.")).unwrap_or_default();
    let what = if asking.returned { "Hoàn thiện, gửi lại" } else { "Gửi" };
    let mut description = format!(
        "{}, mục {}.{days}\nĐề nghị {} chậm nhất {}.",
        asking.plan,
        asking.clause,
        what.to_lowercase(),
        asked_day(asking)
    );
    if asking.returned {
        description.push_str(&format!("\nNội dung cần bổ sung:{}", lacking(asking.to.iter())));
    }
    Event {
        uid,
        summary: format!("{what} {} về {} ({})", asking.report(), asking.desk.name, asking.plan_short),
        description,
        day,
        sequence,
        alarms: ALARMS.to_vec(),
        standing: Standing::Confirmed,
    }
}

/// What each lacks, a line each.
fn lacking<'a>(asked: impl Iterator<Item = &'a Recipient>) -> String {
    asked.map(|asked| format!("\n- {}: {}", asked.name, remark(&asked.remark))).collect()
}

/// Subject and text of a mail to `to`: to one of those that are asked, with the person in charge, or to several.
pub fn mail(asking: &Asking, to: &[&Recipient], person: Option<&str>) -> (String, String) {
    let what = if asking.returned { "Bổ sung, hoàn thiện" } else { "Đôn đốc gửi" };
    let subject = format!("{what} {} theo {}", asking.report(), asking.plan_short);
    let (greeting, whom) = match (to, person.map(str::trim)) {
        ([only], Some("")) => (format!("Kính gửi {},", only.name), "quý cơ quan"),
        ([only], Some(person)) => (format!("Kính gửi {} (đầu mối: {person}),", only.name), "quý cơ quan"),
        _ => ("Kính gửi các cơ quan, đơn vị,".to_owned(), "các cơ quan, đơn vị"),
    };
    let desk = &asking.desk.name;
    let plan = format!("{} (mục {})", asking.plan, asking.clause);
    let days = asking.days().map(|days| format!(" Hạn theo văn bản: {days}.")).unwrap_or_default();
    let at_once = if asking.asked.at_once { " ngay," } else { "" };
    let until = format!(
        "{at_once} chậm nhất ngày {} ({})",
        format_official(asking.asked.day),
        weekday(asking.asked.day)
    );
    let said = if asking.returned {
        let lacking = match to {
            [only] => format!(" {}.", remark(&only.remark)),
            several => lacking(several.iter().copied()),
        };
        format!(
            "{desk} đã xem xét {} của {whom} thực hiện {plan} và trả lại để bổ sung, hoàn thiện. Báo cáo được trả lại \
             chưa tính là đã nộp; đề nghị {whom} hoàn thiện và gửi lại{until}.{days}\n\nNội dung cần bổ \
             sung:{lacking}\n\nCông văn và lịch nhắc kèm theo.",
            asking.report()
        )
    } else {
        format!(
            "Thực hiện {plan}, {desk} đề nghị {whom} gửi {}{until}.{days}\n\nCông văn và lịch nhắc kèm theo. Nếu đã \
             gửi, xin bỏ qua thư này.",
            asking.report()
        )
    };
    (subject, format!("{greeting}\n\n{said}\n\nTrân trọng,\n{desk}\n"))
}
