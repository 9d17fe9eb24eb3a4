//! The table of single words and sentences without numbers in them.

macro_rules! words {
    ($($name:ident: $vi:literal, $en:literal;)+) => {
        /// One text for each thing that the program says, in one language.
        #[derive(Debug)]
        pub struct Words {
            $(#[doc = $en] pub $name: &'static str,)+
        }

        /// Vietnamese.
        pub static VI: Words = Words { $($name: $vi),+ };
        /// English.
        pub static EN: Words = Words { $($name: $en),+ };
    };
}

words! {
    // Views.
    view_agenda: "Việc", "Agenda";
    view_tasks: "Nhiệm vụ", "Tasks";
    view_targets: "Chỉ tiêu", "Targets";
    view_reports: "Báo cáo", "Reports";
    view_plans: "Văn bản", "Documents";
    title_agenda: "VIỆC CẦN LÀM", "AGENDA";
    title_tasks: "NHIỆM VỤ THEO CƠ QUAN", "TASKS BY AGENCY";
    title_targets: "CHỈ TIÊU", "TARGETS";
    title_reports: "BÁO CÁO", "REPORTS";
    title_report: "SOẠN BÁO CÁO", "REPORT";
    title_plans: "VĂN BẢN", "DOCUMENTS";
    state_secondary_short: "tin báo", "digest";
    demo_banner: "DỮ LIỆU MẪU", "DEMO DATA";
    all_agencies: "Tất cả cơ quan", "All agencies";
    looking_at: "đang xem", "looking at";
    looking_at_day: "XEM TẠI NGÀY", "AS OF";
    saved_at: "đã lưu", "saved";
    draft_at: "giữ nháp", "draft kept";
    not_saved: "chưa lưu", "not saved";
    too_small_hint: "Ctrl+C để thoát.", "Ctrl+C quits.";

    // Keys.
    key_up: "lên một dòng", "up";
    key_down: "xuống một dòng", "down";
    key_page_up: "lên một trang", "page up";
    key_page_down: "xuống một trang", "page down";
    key_half_up: "lên nửa trang", "half a page up";
    key_half_down: "xuống nửa trang", "half a page down";
    key_first: "về đầu", "first";
    key_last: "về cuối", "last";
    key_fold: "thu gọn", "fold";
    key_unfold: "mở rộng", "unfold";
    key_open: "mở", "open";
    key_edit: "nhập", "enter data";
    key_edit_progress: "nhập tiến độ", "enter progress";
    key_edit_figure: "nhập số", "enter a figure";
    key_figures: "chi tiết", "details";
    key_horizon: "tuần/tháng/quý/năm", "week/month/quarter/year";
    key_period_forward: "kỳ sau", "next period";
    key_period_back: "kỳ trước", "previous period";
    key_only_dated: "chỉ việc có hạn", "only with a day";
    key_only_open: "chỉ việc chưa xong", "only open";
    key_only_behind: "chỉ hàng chậm", "only behind";
    key_only_owed: "chỉ báo cáo còn nợ", "only owed";
    key_sort: "xếp theo độ chậm", "sort by lag";
    key_next_plan: "kế hoạch khác", "next plan";
    key_write_report: "soạn", "write";
    key_other_pane: "đổi khung", "other pane";
    key_next_part: "phần sau", "next part";
    key_prev_part: "phần trước", "previous part";
    key_type: "gõ chữ", "type";
    key_stop_typing: "rời ô gõ", "leave the field";
    key_say_none: "ghi “Không có”", "say “none”";
    key_save: "lưu", "save";
    key_discard: "bỏ phần chưa lưu", "throw away what is not saved";
    key_send: "gửi", "send";
    key_back_to_list: "về danh sách", "back to the list";
    key_next_field: "ô sau", "next field";
    key_prev_field: "ô trước", "previous field";
    key_next_choice: "lựa chọn sau", "next choice";
    key_prev_choice: "lựa chọn trước", "previous choice";
    key_close_form: "đóng, giữ bản nháp", "close, keep the draft";
    key_undo_text: "hoàn tác chữ vừa gõ", "undo typing";
    key_redo_text: "làm lại chữ vừa hoàn tác", "redo typing";
    key_choose: "chọn", "choose";
    key_save_over: "lưu bản của tôi", "save mine";
    key_back_to_text: "trở lại chữ đang gõ", "back to the text";
    key_cancel: "hủy", "cancel";
    key_confirm: "đồng ý", "yes";
    key_close: "đóng", "close";
    key_help: "phím", "keys";
    key_search: "tìm", "search";
    key_agency: "cơ quan", "agency";
    key_day: "xem tại ngày khác", "look at another day";
    key_undo: "hoàn tác thay đổi cuối", "undo the last change";
    key_back: "quay lại", "back";
    key_quit: "thoát", "quit";
    key_quit_now: "thoát ngay (bấm hai lần)", "quit now (twice)";
    key_repaint: "vẽ lại màn hình", "repaint";
    help_title: "PHÍM TẮT", "KEYS";
    help_here: "Ở màn hình này", "Here";
    help_moving: "Di chuyển", "Moving";
    help_text: "Khi gõ chữ", "Typing";
    help_program: "Chương trình", "Program";
    help_signs: "Dấu hiệu", "Signs";
    help_signs_text: "! quá hạn, chậm; trong mục lục văn bản: có lưu ý\n~ sắp đến hạn, hơi chậm, đang làm   + xong, đúng tiến độ\n? không có hạn, chưa đủ số   · chưa làm   - tạm hoãn   x đã giải thể   d dự thảo\n* có bản nháp chưa lưu   LV: ngày làm việc\nCh chủ trì hoặc chịu trách nhiệm   Ph, (Ph) phối hợp   QH quá hạn\nII.1#2 là gạch đầu dòng thứ 2 của mục II.1; PL là phụ lục",
        "! overdue, behind; in the outline: a remark\n~ soon, slightly behind, under way   + done, on track\n? no day, cannot be judged yet   · not begun   - suspended   x dissolved   d draft\n* an unsaved draft   wd: working days\nLd leads or answers for   Co coordinates   Ov overdue\nII.1#2 is the second bullet of II.1; PL is the annex";

    // Agenda.
    col_due: "Hạn cuối", "Due";
    col_left: "Còn lại", "Left";
    col_work: "Việc phải làm", "What";
    col_plan: "Văn bản, mục", "Document, clause";
    col_status: "Trạng thái", "Status";
    group_overdue: "QUÁ HẠN", "OVERDUE";
    group_soon: "SẮP ĐẾN HẠN", "SOON";
    group_later: "TRONG KỲ", "IN THE PERIOD";
    group_no_date: "KHÔNG CÓ HẠN NGÀY · theo số ngày chưa cập nhật", "WITHOUT A DAY · by days without news";
    group_preview: "DỰ KIẾN · kế hoạch còn là dự thảo", "PREVIEW · the plan is a draft";
    status_not_opened: "CHƯA MỞ", "NOT OPENED";
    status_drafting: "ĐANG SOẠN", "DRAFTING";
    status_sent: "ĐÃ GỬI", "SENT";
    status_sent_late: "ĐÃ GỬI, TRỄ", "SENT LATE";
    status_overdue: "QUÁ HẠN", "OVERDUE";
    status_in_progress: "ĐANG LÀM", "IN PROGRESS";
    status_done: "XONG", "DONE";
    status_suspended: "TẠM HOÃN", "SUSPENDED";
    status_waiting: "CHỜ", "WAITING";
    status_continuous: "THƯỜNG XUYÊN", "CONTINUOUS";
    status_no_day: "CHƯA CÓ NGÀY", "NO DAY";
    status_preview: "DỰ KIẾN", "PREVIEW";
    only_dated: "chỉ việc có hạn", "only with a day";
    agenda_empty: "Không có việc nào trong kỳ này. t: kỳ dài hơn · a: cơ quan khác · /: tìm.", "Nothing in this period. t: longer period · a: other agency · /: search.";
    choose_agency_hint: "a: chọn cơ quan của mình", "a: choose your agency";
    back_to_own_hint: "Esc: về cơ quan của tôi", "Esc: back to your agency";
    why_this_day: "VÌ SAO NGÀY NÀY", "WHY THIS DAY";
    why_no_day: "VÌ SAO KHÔNG CÓ NGÀY", "WHY NO DAY";
    last_valid_day: "ngày cuối hợp lệ", "last valid day";
    better_send: "nên gửi", "better by";
    last_working_day: "ngày làm việc cuối", "last working day";
    calendar: "Lịch", "Calendar";
    no_phrase: "văn bản không nêu thời gian", "the document names no time";
    role: "vai trò:", "role:";
    prepare: "Tham mưu:", "Draft:";
    dissolved: "đã giải thể", "dissolved";
    owing_title: "CHƯA GỬI BÁO CÁO", "NOT YET REPORTED";
    sent_list: "Đã gửi", "Sent";
    excluded_compiler: "Không tính nơi tổng hợp", "Compiling desk not counted";
    silent: "im lặng", "silent for";

    // Tasks.
    col_agency: "CƠ QUAN", "AGENCY";
    col_lead: "Ch", "Ld";
    col_coordinating: "Ph", "Co";
    col_overdue: "QH", "Ov";
    col_tasks: "NHIỆM VỤ", "TASKS";
    no_owner_row: "Chưa phân công", "Nobody's tasks";
    central: "Trung ương", "Central bodies";
    no_tasks: "Không có nhiệm vụ nào.", "No tasks.";
    no_tasks_open: "Không còn nhiệm vụ nào chưa xong. c: xem tất cả.", "No open tasks. c: show all.";
    no_owner: "Văn bản không giao cho cơ quan nào.", "The document gives it to nobody.";
    time: "Thời gian", "Time";
    from_clause: "nêu tại", "from";
    note: "Ghi chú", "Note";
    notes: "Lưu ý khi đọc", "Remarks";
    links: "Liên quan", "Links";
    link_implements: "thực hiện", "carries out";
    link_duplicate: "trùng nội dung", "same work";
    link_conflict: "khác nhau, cần thống nhất", "in conflict";
    entries: "Đã ghi", "Entries";
    no_entries: "Chưa có gì. e: nhập tiến độ.", "Nothing yet. e: enter progress.";
    task_title: "NHIỆM VỤ", "TASK";
    progress_title: "NHẬP TIẾN ĐỘ", "ENTER PROGRESS";
    field_state: "Tình trạng", "State";
    field_percent: "Hoàn thành (%)", "Done (%)";
    field_result: "Kết quả", "Result";
    field_obstacle: "Khó khăn, vướng mắc", "Obstacle";
    field_proposal: "Đề xuất, kiến nghị", "Proposal";
    field_evidence: "Minh chứng", "Evidence";
    field_as_of: "Tính đến ngày", "As of";
    field_day: "Ngày", "Day";
    field_figure: "Số liệu", "Figure";
    field_quality: "Loại số", "Quality";
    field_source: "Nguồn", "Source";
    state_not_started: "chưa thực hiện", "not started";
    state_in_progress: "đang thực hiện", "in progress";
    state_done: "đã hoàn thành", "done";
    state_suspended: "tạm hoãn", "suspended";
    bad_percent: "Phải là số nguyên từ 0 đến 100, hoặc để trống.", "Must be a whole number from 0 to 100, or empty.";
    bad_date: "Không đọc được ngày. Gõ như 30/10 hoặc 30/10/2026.", "Not a date. Type it like 30/10 or 30/10/2026.";
    future_date: "Ngày này chưa tới.", "This day has not come yet.";
    bad_denominator: "Mẫu số phải lớn hơn 0.", "The denominator must be above 0.";
    figure_out_of_range: "Tỷ lệ phải từ 0 đến 100%, số đếm không âm.", "A share is from 0 to 100%, a count is not negative.";
    not_your_task: "Kế hoạch không giao nhiệm vụ này cho cơ quan của bạn.", "The plan does not give this task to your agency.";
    bad_figure: "Không đọc được số. Gõ như 97,65 hoặc 12.239/12.533.", "Not a number. Type it like 97,65 or 12.239/12.533.";
    figure_hint: "Gõ giá trị (97,65) hoặc tử số/mẫu số (12.239/12.533).", "Type a value (97,65) or numerator/denominator (12.239/12.533).";
    observation_title: "NHẬP SỐ LIỆU", "ENTER A FIGURE";
    day_title: "XEM TẠI NGÀY KHÁC", "LOOK AT ANOTHER DAY";
    day_hint: "Gõ ngày như 30/10 hoặc 28/02/2025; để trống là hôm nay.", "Type a day like 30/10 or 28/02/2025; empty is today.";
    choose_agency_first: "Chọn cơ quan của mình trước khi nhập.", "Choose your agency before you enter data.";

    // Targets.
    col_target: "Chỉ tiêu", "Target";
    col_baseline: "Nền", "Base";
    col_actual: "Nay", "Now";
    col_aim: "Đích", "Aim";
    col_bar: "│ = hôm nay", "│ = today";
    col_verdict: "Đánh giá", "Verdict";
    no_targets: "Không có chỉ tiêu nào.", "No targets.";
    no_targets_behind: "Không có chỉ tiêu nào chậm. c: xem tất cả.", "No target is behind. c: show all.";
    aim: "Mục tiêu", "Aim";
    year_from: "năm nêu tại", "year from";
    baseline: "nền", "baseline";
    population: "Phạm vi", "Population";
    rule: "Cách đánh giá", "Rule";
    verdict: "Đánh giá", "Verdict";
    actual: "Thực hiện", "Actual";
    as_of: "đến", "as of";
    expected_then: "lẽ ra", "expected";
    expected_today: "hôm nay lẽ ra", "expected today";
    missing: "thiếu", "short by";
    beyond: "hơn", "above by";
    pace: "mỗi năm đã đi", "pace a year";
    needed: "cần đi", "needed";
    forecast: "dự báo", "forecast";
    series: "Các số đã nhập", "Figures";
    no_figures: "Chưa có số nào. e: nhập số.", "No figures yet. e: enter one.";
    target_title: "CHỈ TIÊU", "TARGET";
    quality_estimate: "ước", "estimate";
    quality_provisional: "sơ bộ", "provisional";
    quality_final: "chính thức", "final";
    numerator_above: "tử số lớn hơn mẫu số", "numerator above denominator";
    child_above_parent: "phần “trong đó” cao hơn phần chung: hỏi lại mẫu số", "part above the whole: ask for the denominators";
    baseline_differs: "nền in trong văn bản khác với tử số/mẫu số", "printed baseline differs from its ratio";
    figure_differs: "giá trị khác với tử số/mẫu số", "value differs from its ratio";
    v_met: "ĐẠT", "MET";
    v_ahead: "VƯỢT TIẾN ĐỘ", "AHEAD";
    v_on_track: "ĐÚNG TIẾN ĐỘ", "ON TRACK";
    v_slightly_behind: "HƠI CHẬM", "A BIT BEHIND";
    v_behind: "CHẬM", "BEHIND";
    v_above_range: "VƯỢT KHUNG", "ABOVE RANGE";
    v_missed: "KHÔNG ĐẠT", "MISSED";
    v_no_closing_figure: "THIẾU SỐ CUỐI", "NO END FIGURE";
    v_not_due: "CHƯA ĐẾN HẠN", "NOT DUE YET";
    v_no_baseline: "THIẾU NỀN", "NO BASELINE";
    v_no_year: "THIẾU NĂM", "NO YEAR";
    v_no_figure: "CHƯA CÓ SỐ", "NO FIGURE";
    v_in_words: "BẰNG LỜI", "IN WORDS";

    // Reports.
    col_report: "Báo cáo", "Report";
    part_results: "Kết quả thực hiện", "Results";
    part_obstacles: "Khó khăn, vướng mắc", "Obstacles";
    part_proposals: "Đề xuất, kiến nghị", "Proposals";
    part_figures: "Số liệu", "Figures";
    part_emerging: "Vấn đề phát sinh", "Emerging issues";
    part_entries: "Đã ghi trong kỳ", "Entered in the period";
    sent_at: "đã gửi", "sent";
    parts: "PHẦN", "PARTS";
    checks: "KIỂM TRA", "CHECKS";
    checks_good: "Đủ điều kiện gửi.", "Ready to be sent.";
    col_numerator: "Tử/giá trị", "Num./value";
    col_denominator: "Mẫu số", "Denominator";
    col_ratio: "Tỷ lệ", "Ratio";
    no_figures_asked: "Văn bản này không có chỉ tiêu đo được.", "This document has nothing to measure.";
    no_entries_in_period: "Trong kỳ chưa có tiến độ nào ghi dưới tên cơ quan báo cáo. Nhập ở màn hình 2 (phím e) là có ở đây.", "No progress of the reporting agency in the period. What is entered in view 2 (e) appears here.";
    nothing_entered: "Chưa nhập gì: ghi kết quả hoặc đổi tình trạng rồi lưu.", "Nothing entered yet: write a result or change the state, then save.";
    annex_empty: "Khi gửi, báo cáo này không kèm số liệu hay tiến độ nào.", "This report was sent without figures or progress.";
    part_missing: "còn trống, kế hoạch bắt buộc: Enter để gõ.", "empty, the plan asks for it: Enter to type.";
    part_empty: "còn trống; phím cách để ghi “Không có”.", "empty; Space says “none”.";
    figure_unreadable: "số chưa hợp lệ: sửa tử số, mẫu số (số đã lưu không để trống được).", "not a valid figure: mend it.";
    no_content: "Không có.", "None.";
    none_is_no_answer: "Kế hoạch yêu cầu phần này: hãy ghi nội dung.", "The plan asks for this part: write it.";
    no_reports: "Cơ quan này không phải gửi báo cáo nào đang được theo dõi.", "This agency owes no report that is tracked.";
    no_reports_owed: "Không còn nợ báo cáo nào. c: xem tất cả.", "No report is owed. c: show all.";
    choose_agency_for_reports: "Bấm Enter hoặc a để chọn cơ quan; báo cáo của cơ quan đó hiện ở đây.", "Press Enter or a to choose an agency; its reports appear here.";
    choose_reporter: "BÁO CÁO CỦA CƠ QUAN NÀO?", "WHOSE REPORT?";
    draft_kept: "Đã giữ bản nháp; mở lại sẽ thấy nguyên chữ đã gõ.", "Draft kept; open it again to go on.";
    draft_restored: "Đã lấy lại phần đang gõ dở lần trước.", "What you typed last time is back.";
    report_is_sent: "Báo cáo đã gửi, không sửa được nữa.", "The report is sent and cannot be changed.";
    report_stays_as_sent: "Báo cáo đã gửi: nội dung, số liệu và phần đã ghi trong kỳ giữ nguyên như lúc gửi.", "The report is sent: text, figures and entries stay as they were sent.";
    sent_meanwhile: "Người khác vừa gửi báo cáo này: không sửa được nữa; chữ của bạn còn trong bản nháp.", "Somebody sent this report meanwhile: it is frozen; your text is kept as a draft.";
    draft_of_sent_report: "Báo cáo đã gửi; bản nháp bạn gõ trước đó vẫn được giữ.", "The report is sent; the draft you typed before is still kept.";
    report_sent: "Đã ghi nhận báo cáo là đã gửi. u: trả lại bản nháp.", "The report is recorded as sent. u: back to a draft.";
    cannot_send: "Chưa gửi được.", "Cannot be sent.";
    send_title: "GỬI BÁO CÁO", "SEND THE REPORT";
    send_question: "Ghi nhận báo cáo này là đã gửi? Nội dung sẽ khóa lại; văn bản vẫn gửi theo đường công văn. Enter: gửi · Esc: chưa", "Record this report as sent? It is frozen then; the document itself goes its usual way. Enter: send · Esc: not yet";
    draft_plan_warning: "Kế hoạch còn là dự thảo: báo cáo này chưa phải là nghĩa vụ.", "The plan is a draft: nobody owes this report yet.";
    no_day_set: "chưa ấn định ngày", "no day set";
    preview: "dự kiến", "preview:";
    via: "qua", "via";
    prepared_by: "tham mưu:", "drafted by";
    new_draft: "bản mới", "new";
    saved_draft: "bản nháp", "draft";
    words_count: "chữ", "words";
    optional: "văn bản không đòi", "not asked for";

    // Documents.
    col_document: "VĂN BẢN", "DOCUMENT";
    col_outline: "MỤC", "CLAUSES";
    no_number: "chưa có số", "no number";
    no_date: "chưa có ngày", "no date";
    signed_by: "Người ký", "Signed by";
    typed_name: "Tên đánh máy, chưa ký", "Typed name, not signed";
    source: "Tệp nguồn", "Source file";
    legal_chain: "Căn cứ và văn bản liên quan", "Legal basis and other documents";
    recipients: "Nơi nhận", "Recipients";
    relation_based_on: "căn cứ", "based on";
    relation_implements: "thực hiện", "carries out";
    relation_replaces: "thay thế", "replaces";
    relation_amends: "sửa đổi", "amends";
    relation_refers_to: "dẫn chiếu", "refers to";
    relation_proposed_by: "theo đề nghị", "proposed by";
    relation_contributes_to: "góp phần", "contributes to";
    clause_created_nothing: "Mục này không tạo ra nhiệm vụ, chỉ tiêu hay nghĩa vụ báo cáo.", "This clause created no task, target or report.";
    no_plans: "Chưa có văn bản nào.", "No documents.";

    // Search and choosers.
    search_title: "TÌM", "SEARCH";
    search_hint: "Gõ tên, số hiệu hay mục; không cần dấu: “so noi vu”, “165”, “IV.7.a”.", "Type a name, a number or a clause; marks are not needed: “so noi vu”, “165”, “IV.7.a”.";
    agency_title: "CƠ QUAN CỦA TÔI", "MY AGENCY";
    nothing_found: "Không tìm thấy.", "Nothing found.";
    kind_agency: "cơ quan", "agency";
    kind_plan: "văn bản", "document";
    kind_clause: "mục", "clause";
    kind_obligation: "báo cáo", "report duty";
    kind_task: "nhiệm vụ", "task";
    kind_target: "chỉ tiêu", "target";
    kind_report: "đã soạn", "report";

    // Messages.
    saved: "Đã lưu. u: hoàn tác.", "Saved. u: undo.";
    report_saved: "Đã lưu báo cáo, chưa gửi.", "Report saved, not sent.";
    name_progress: "tiến độ", "progress";
    name_figure: "số liệu", "figure";
    waiting_for_store: "Đang chờ cơ sở dữ liệu; chữ đang gõ vẫn còn nguyên.", "Waiting for the database; what you typed is safe.";
    undone: "Đã hoàn tác:", "Undone:";
    nothing_to_undo: "Không có gì để hoàn tác.", "Nothing to undo.";
    press_again_to_quit: "Bấm Ctrl+C lần nữa để thoát; chữ đang gõ được giữ lại.", "Press Ctrl+C again to quit; what you typed is kept.";
    quit_title: "THOÁT", "QUIT";
    quit_unsent: "Báo cáo đang soạn chưa gửi; phần đã gõ được giữ làm bản nháp. Enter: thoát · Esc: ở lại", "The open report is not sent; what you typed is kept as a draft. Enter: quit · Esc: stay";
    discard_title: "BỎ PHẦN CHƯA LƯU", "THROW AWAY";
    discard_question: "Bỏ hết chữ đã gõ mà chưa lưu ở đây? Bản đã lưu vẫn còn. Enter: bỏ · Esc: giữ", "Throw away everything typed here and not saved? What is saved stays. Enter: throw away · Esc: keep";
    discarded: "Đã bỏ phần chưa lưu.", "Thrown away.";
    nothing_to_discard: "Không có gì chưa lưu.", "Nothing is unsaved.";
    paste_outside_field: "Không dán vào đây được: mở một ô nhập trước.", "Nothing to paste into: open a field first.";
    conflict_title: "NGƯỜI KHÁC VỪA SỬA", "CHANGED BY SOMEBODY ELSE";
    conflict_theirs: "Bản đang lưu:", "In the database:";
    conflict_mine: "Bản của bạn:", "Yours:";
    conflict_question: "F10: lưu bản của bạn đè lên (bản kia vẫn còn trong lịch sử) · Esc: trở lại, chữ của bạn còn nguyên trong ô nhập", "F10: save yours over it (theirs stays in the history) · Esc: back to your text";

    // Cascades.
    key_cascade: "chuỗi tổng hợp", "compiling chain";
    cascade_title: "CHUỖI TỔNG HỢP", "COMPILING CHAIN";
    cascade_first: "Cần trước:", "Needed first:";
    cascade_then: "Rồi tổng hợp:", "Then compiled:";
    cascade_below: "Phải có trước", "Must come first";
    cascade_owing: "chưa gửi", "not sent";
    cascade_gap: "Thời gian để tổng hợp", "Time to compile";
    cascade_needed: "Cần", "Needed:";
    cascade_too_short: "Không đủ thời gian.", "Too short.";
    cascade_proposal: "Đề nghị cấp dưới gửi chậm nhất", "Ask those below to send by";
    cascade_ours: "Ngày này do chương trình đề nghị để kịp tổng hợp; hạn của kế hoạch không đổi.", "The program proposes this day so that there is time to compile; the plan's own day stays.";
    cascade_enough: "Đủ thời gian.", "Time enough.";
    cascade_above: "Cấp trên tổng hợp tiếp", "Compiled further into";
    cascade_top: "không có trong các kế hoạch đã nạp", "nothing in the loaded plans";
    cascade_none: "Việc này không tổng hợp từ báo cáo nào.", "This is not compiled from any report.";

    // The year.
    view_year: "Lịch", "Calendar";
    title_year: "LỊCH NĂM", "THE YEAR";
    key_year_back: "năm trước", "year before";
    key_year_forward: "năm sau", "year after";
    key_prev_day: "ngày trước trong dòng", "day before in the row";
    key_next_day: "ngày sau trong dòng", "next day in the row";
    year_rows: "Hạn cuối trong tháng", "Last valid day by month";
    year_signs_owed: "+ xong  ! quá hạn", "+ done  ! overdue";
    year_signs_open: "~ sắp đến d dự thảo", "~ soon  d draft";
    year_empty_keys: ", .: năm khác · a: cơ quan khác · 1: việc không có ngày.", ", .: another year · a: other agency · 1: what has no day.";
    year_load: "Số hạn trong tháng", "Due in the month";
    year_submit: "Gửi", "Send";
    year_prepare: "Tham mưu", "Draft";
    year_chase: "Đôn đốc", "Chase";

    // Tabs where room is scarce.
    tab_agenda: "Việc", "Agenda";
    tab_tasks: "N.vụ", "Tasks";
    tab_targets: "C.tiêu", "Targets";
    tab_reports: "B.cáo", "Rep.";
    tab_plans: "V.bản", "Docs";
    tab_year: "Lịch", "Cal.";
    tab_statistics: "T.kê", "Stats";

    // Counts.
    view_statistics: "Thống kê", "Stats";
    title_statistics: "THỐNG KÊ", "STATISTICS";
    key_open_number: "mở con số", "open the number";
    key_next_number: "số bên phải", "number to the right";
    key_prev_number: "số bên trái", "number to the left";
    key_widen: "phạm vi khác", "other scope";
    statistics_reports: "Báo cáo phải gửi", "Reports owed";
    statistics_tasks: "Nhiệm vụ có hạn", "Tasks with a day";
    statistics_everything: "tất cả", "everything";
    statistics_all_plans: "mọi kế hoạch", "all plans";
    statistics_opens: "Enter mở:", "Enter opens:";
    statistics_none: "Con số này là 0: không có gì để mở.", "This number is 0: nothing to open.";
    statistics_empty: "Chưa có gì để đếm trong phạm vi này. , năm trước · p kế hoạch khác · r phạm vi khác · a cơ quan khác", "Nothing to count here. , year before · p other plan · r other scope · a other agency";
    statistics_future: "Năm sau chưa đến: chưa có gì để đếm.", "That year has not begun: nothing to count yet.";
    statistics_untracked: "Không theo dõi: kỳ trước năm nạp kế hoạch, không tính vào tổng.", "Untracked: periods before the plan was loaded; not in the total.";
    statistics_assignments: "Nhiệm vụ giao cho nhiều cơ quan được đếm ở từng cơ quan.", "A task given to several agencies counts once for each.";
}
