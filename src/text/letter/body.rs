//! What the letter says, paragraph by paragraph.

use super::{Asking, Recipient, weekday};
use crate::domain::reminder::Level;
use crate::text::date::format_official;
use crate::text::letterhead::spelled_out;
use crate::text::paper::{Align, Annex, Block, Column, Table};

pub(super) fn body(asking: &Asking) -> Vec<Block> {
    let mut body = vec![Block::text(duty(asking))];
    body.extend(asking.granted.map(|day| {
        let before = format!("Thời hạn gửi báo cáo của {} đã được gia hạn", who(asking));
        Block::text(format!("{before} đến ngày {}.", format_official(day)))
    }));
    body.push(Block::text(state(asking)));
    if asking.returned && !asking.is_long() {
        body.extend(
            asking.to.iter().map(|asked| Block::Dash(format!("{}: {}.", asked.name, remark(&asked.remark)))),
        );
    }
    body.push(Block::text(request(asking)));
    if asking.level() == Level::CommitteeOffice {
        body.push(Block::text(format!(
            "Sau thời hạn trên, {} tổng hợp danh sách cơ quan, đơn vị chưa gửi, báo cáo {} xem xét, chỉ đạo.",
            asking.desk.name,
            asking.desk.committee.as_deref().map_or("cấp có thẩm quyền".to_owned(), spelled_out)
        )));
    }
    body.push(Block::text(closing(asking)));
    body
}

/// Those that are asked: the one by its name, several as those named above or in the list.
fn who(asking: &Asking) -> &str {
    match asking.to.as_slice() {
        [only] => &only.name,
        _ if asking.is_long() => "các cơ quan, đơn vị có tên trong danh sách",
        _ => "các cơ quan, đơn vị nêu trên",
    }
}

/// What was to be done, by which clause, before which day.
fn duty(asking: &Asking) -> String {
    let before = asking.before().map(|before| format!(" {before}")).unwrap_or_default();
    format!(
        "Thực hiện {} (mục {}), các cơ quan, đơn vị gửi {} về {}{before} để tổng hợp.",
        asking.plan,
        asking.clause,
        asking.report(),
        asking.desk.name
    )
}

/// How things stand on the day of the letter.
fn state(asking: &Asking) -> String {
    let (today, desk) = (format_official(asking.today), &asking.desk.name);
    if asking.returned {
        let list = if asking.is_long() { " (nội dung kèm theo)" } else { "" };
        let colon = if asking.is_long() { "." } else { ":" };
        return format!(
            "{desk} đã xem xét báo cáo của {} cơ quan, đơn vị và trả lại để bổ sung, hoàn thiện{list}{colon}",
            asking.to.len()
        );
    }
    let late = asking.late_days().map(|days| format!(", đã quá hạn {days} ngày")).unwrap_or_default();
    if asking.granted.is_some() {
        // How far the others are says nothing about those that have another day.
        return format!("Đến ngày {today}, {} chưa gửi báo cáo{late}.", who(asking));
    }
    let sent = asking.total.saturating_sub(asking.missing + asking.given_back + asking.extended);
    let list =
        if asking.is_long() && asking.to.len() == asking.missing { " (danh sách kèm theo)" } else { "" };
    if sent == 0 && asking.given_back + asking.extended == 0 {
        let count = asking.missing;
        return format!("Đến ngày {today}, cả {count} cơ quan, đơn vị đều chưa gửi báo cáo{list}{late}.");
    }
    let others =
        [(asking.given_back, "đang hoàn thiện báo cáo được trả lại"), (asking.extended, "được gia hạn")];
    let others = others.into_iter().filter(|(count, _)| *count > 0);
    let others: String = others.map(|(count, how)| format!(" {count} cơ quan, đơn vị {how};")).collect();
    format!(
        "Đến ngày {today}, {sent}/{} cơ quan, đơn vị đã gửi báo cáo;{others} còn {} cơ quan, đơn vị chưa gửi{list}{late}.",
        asking.total, asking.missing
    )
}

/// What is asked for, of whom, until when.
fn request(asking: &Asking) -> String {
    let who = match (asking.level(), asking.to.as_slice()) {
        (Level::Specialist, _) => who(asking).to_owned(),
        (Level::Head | Level::CommitteeOffice, [only]) => {
            format!("lãnh đạo {} trực tiếp chỉ đạo,", only.name)
        }
        (Level::Head | Level::CommitteeOffice, _) => format!("Thủ trưởng {} trực tiếp chỉ đạo,", who(asking)),
    };
    let what = if asking.returned { "hoàn thiện và gửi lại báo cáo" } else { "gửi báo cáo" };
    let day = format!("chậm nhất ngày {} ({}", format_official(asking.asked.day), weekday(asking.asked.day));
    let until = match (asking.asked.at_once, asking.due_last()) {
        (true, _) => format!("{what} ngay, {day})"),
        (false, Some(due_last)) if asking.asked.day < due_last => {
            format!("{what} {day}, ngày làm việc cuối cùng trước khi hết hạn)")
        }
        (false, _) => format!("{what} {day})"),
    };
    format!("Để bảo đảm tiến độ tổng hợp, {} đề nghị {who} {until}.", asking.desk.name)
}

fn closing(asking: &Asking) -> String {
    let desk = &asking.desk.name;
    match asking.returned {
        true => format!("{desk} đề nghị các cơ quan, đơn vị quan tâm, phối hợp thực hiện."),
        false => format!(
            "Cơ quan, đơn vị đã gửi báo cáo sau ngày {} không phải gửi lại. {desk} đề nghị các cơ quan, đơn vị quan \
             tâm, phối hợp thực hiện.",
            format_official(asking.today)
        ),
    }
}

/// Of many returned reports, what each lacks; the list of addressees comes with the layout.
pub(super) fn annexes(asking: &Asking) -> Vec<Annex> {
    if !(asking.returned && asking.is_long()) {
        return Vec::new();
    }
    let columns = vec![
        Column::new("STT", 1, Align::Center),
        Column::new("Cơ quan, đơn vị", 5, Align::Left),
        Column::new("Nội dung cần bổ sung, hoàn thiện", 7, Align::Left),
    ];
    let row = |asked: &Recipient| vec![asked.name.clone(), remark(&asked.remark).to_owned()];
    let table = Table::counted(columns, asking.to.iter().map(row));
    let title = "Nội dung cần bổ sung, hoàn thiện".to_owned();
    vec![Annex { title, blocks: vec![Block::Table(table)], landscape: false }]
}

/// What a report lacks, without a full stop.
pub(super) fn remark(text: &str) -> &str {
    match text.trim().trim_end_matches('.') {
        "" => "bổ sung, hoàn thiện theo góp ý",
        remark => remark,
    }
}
