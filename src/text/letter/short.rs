//! The letter in short: a message for a phone, a day in a calendar, a mail.

use super::{Asking, weekday};
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
    let names: Vec<String> = asking.to.iter().map(|asked| abbreviated(&one_line(&asked.name))).collect();
    let fitting = (0..=names.len()).rev().map(|count| message(asking, &names, count));
    let shortest = message(asking, &names, 0);
    let found = fitting.into_iter().find(|text| text.chars().count() <= LONGEST_CHAT);
    found.unwrap_or_else(|| shortest.chars().take(LONGEST_CHAT - 1).chain(['…']).collect())
}

/// The message with the first `count` names.
fn message(asking: &Asking, names: &[String], count: usize) -> String {
    let listed = names.get(..count).unwrap_or(names).join(", ");
    let who = match (count, names.len() - count.min(names.len())) {
        (0, all) => format!("{all} cơ quan, đơn vị"),
        (_, 0) => listed,
        (_, more) => format!("{listed} và {more} nơi khác"),
    };
    let before = asking.before().map(|before| format!(" Hạn: {before}.")).unwrap_or_default();
    let late = asking.late_days().map(|days| format!(" Đã quá hạn {days} ngày.")).unwrap_or_default();
    let what = if asking.returned { "Cần bổ sung, gửi lại" } else { "Chưa gửi" };
    let at_once = if asking.asked.at_once { "gửi ngay, " } else { "gửi " };
    one_line(&format!(
        "{}: nhắc gửi {} theo {}, mục {}.{before}{late} {what}: {who}. Đề nghị {at_once}chậm nhất {} {}. Nơi nào đã \
         gửi xin bỏ qua tin này.",
        asking.desk.name,
        asking.report(),
        asking.plan_short,
        asking.clause,
        weekday(asking.asked.day),
        format_official(asking.asked.day)
    ))
}

/// The day on which the report is due, or, once that is past, the day that is asked for instead.
///
/// `uid` is that of the round: each of the two days has its own, so that a later file changes the entry and adds none.
/// `sequence` counts the reminders so far.
pub fn event(asking: &Asking, uid: &str, sequence: u32) -> Event {
    let past = asking.due.is_none() || asking.late_days().is_some();
    let (uid, day) = match asking.due.filter(|_| !past) {
        Some(due) => (format!("{uid}@tiendo.invalid"), due.due_last),
        None => (format!("{uid}-de-nghi@tiendo.invalid"), asking.asked.day),
    };
    let before = asking.before().map(|before| format!("\nHạn theo văn bản: {before}.")).unwrap_or_default();
    Event {
        uid,
        summary: format!("Gửi {} về {} ({})", asking.report(), asking.desk.name, asking.plan_short),
        description: format!(
            "{}, mục {}.{before}\nĐề nghị gửi chậm nhất {} {}.",
            asking.plan,
            asking.clause,
            weekday(asking.asked.day),
            format_official(asking.asked.day)
        ),
        day,
        sequence,
        alarms: ALARMS.to_vec(),
        standing: Standing::Confirmed,
    }
}

/// Subject and text of a mail to one that is asked, or to all without an address (`None`).
pub fn mail(asking: &Asking, name: Option<&str>, person: &str) -> (String, String) {
    let what = if asking.returned { "Bổ sung, hoàn thiện" } else { "Đôn đốc gửi" };
    let subject = format!("{what} {} theo {}", asking.report(), asking.plan_short);
    let to = match (name, person.trim()) {
        (None, _) => "Kính gửi các cơ quan, đơn vị,".to_owned(),
        (Some(name), "") => format!("Kính gửi {name},"),
        (Some(name), person) => format!("Kính gửi {name} (đầu mối: {person}),"),
    };
    let remark = asking.to.iter().find(|asked| Some(asked.name.as_str()) == name).map(|asked| &asked.remark);
    let remark = remark.filter(|remark| !remark.is_empty());
    let remark = remark.map(|remark| format!("\nNội dung cần bổ sung: {remark}\n")).unwrap_or_default();
    let before = asking.before().map(|before| format!(" Hạn theo văn bản: {before}.")).unwrap_or_default();
    let at_once = if asking.asked.at_once { " ngay," } else { "" };
    let body = format!(
        "{to}\n\nThực hiện {} (mục {}), {} đề nghị quý cơ quan gửi {}{at_once} chậm nhất ngày {} ({}).{before}\n{remark}\n\
         Công văn và lịch nhắc kèm theo. Nếu đã gửi, xin bỏ qua thư này.\n\nTrân trọng,\n{}\n",
        asking.plan,
        asking.clause,
        asking.desk.name,
        asking.report(),
        format_official(asking.asked.day),
        weekday(asking.asked.day),
        asking.desk.name
    );
    (subject, body)
}
