//! Every reason for a fault, with its words in Vietnamese and English side by side.

macro_rules! reasons {
    ($($(#[$doc:meta])* $name:ident $({ $($(#[$field_doc:meta])* $field:ident: $type:ty),+ })?
        => $vi:literal, $en:literal;)+) => {
        /// Why a value of a data file cannot stand.
        #[derive(Clone, Debug, PartialEq)]
        pub enum FaultReason {
            $($(#[$doc])* $name $({ $($(#[$field_doc])* $field: $type),+ })?,)+
        }

        #[allow(unused_variables, reason = "a field may be worded for one of the languages alone")]
        impl FaultReason {
            /// The reason in Vietnamese, with what to do where it is not plain.
            pub fn vietnamese(&self) -> String {
                match self { $(Self::$name $({ $($field),+ })? => format!($vi),)+ }
            }

            /// The reason in English.
            pub fn english(&self) -> String {
                match self { $(Self::$name $({ $($field),+ })? => format!($en),)+ }
            }
        }
    };
}

reasons! {
    /// The text is no TOML.
    Syntax {
        /// The parser's remark, in English.
        message: String
    } => "sai cú pháp TOML ({message})", "TOML syntax: {message}";
    /// A key that the format does not have.
    UnknownField {
        /// The key.
        name: String
    } => "trường “{name}” không có trong định dạng", "the format has no field `{name}`";
    /// A key that must be there.
    MissingField {
        /// The key.
        name: String
    } => "thiếu trường “{name}”", "field `{name}` is missing";
    /// A word that is not on the list of its field.
    UnknownWord {
        /// The word.
        word: String,
        /// The list.
        allowed: String
    } => "“{word}” không hợp lệ; dùng một trong: {allowed}", "`{word}` is not allowed; use one of: {allowed}";
    /// A text where a number is meant, or the like.
    WrongType {
        /// What stands there and what is meant, in English.
        message: String
    } => "sai kiểu dữ liệu ({message})", "wrong type: {message}";
    /// A text with nothing in it.
    Empty => "để trống; điền nội dung hoặc bỏ cả trường", "empty; fill it in or leave the field out";
    /// A text that is not in Unicode normal form C.
    NotNfc => "chữ chưa chuẩn hóa Unicode dựng sẵn (NFC)", "text is not in Unicode normal form C";
    /// A text that is too long for its column.
    TooLong {
        /// Characters as a reader counts them.
        length: usize,
        /// The most that fit.
        limit: usize
    } => "dài {length} ký tự, tối đa {limit}", "{length} characters long, at most {limit}";
    /// A short name that another entry has.
    DuplicateShort {
        /// The short name.
        short: String
    } => "tên ngắn “{short}” đã dùng cho mục khác", "short name “{short}” is taken";
    /// An identifier that another entry of the same kind has.
    DuplicateId {
        /// The identifier.
        id: String
    } => "mã “{id}” đã dùng", "id `{id}` is taken";
    /// An identifier with the sign that stands between plan and item.
    SlashInId {
        /// The identifier.
        id: String
    } => "mã “{id}” không được chứa dấu “/”", "id `{id}` must not contain `/`";
    /// An agency that the register does not have.
    UnknownAgency {
        /// The identifier.
        id: String
    } => "danh bạ không có cơ quan “{id}”", "no agency `{id}` in the register";
    /// A clause that the outline does not have.
    UnknownClause {
        /// The reference.
        path: String
    } => "đề cương không có điều khoản “{path}”", "no clause `{path}` in the outline";
    /// An item that a link or a parent names and nobody has.
    UnknownItem {
        /// The identifier.
        id: String
    } => "không có mục “{id}”", "no item `{id}`";
    /// An item that leads back to itself.
    Cycle {
        /// The identifier.
        id: String
    } => "“{id}” dẫn vòng về chính nó", "`{id}` leads back to itself";
    /// A path that cannot be read.
    ClausePath {
        /// The path.
        path: String
    } => "không đọc được đường dẫn điều khoản “{path}”", "clause path `{path}` cannot be read";
    /// A clause that stands after one that follows it.
    ClauseOrder {
        /// The clause.
        path: String,
        /// The clause before it in the file.
        after: String
    } => "“{path}” phải đứng trước “{after}”", "`{path}` belongs before `{after}`";
    /// A clause whose parent does not stand before it.
    ClauseWithoutParent {
        /// The parent's path.
        parent: String
    } => "thiếu điều khoản cấp trên “{parent}” ở phía trước", "parent clause `{parent}` does not stand before it";
    /// A range of lines that ends before it starts.
    LinesReversed {
        /// First line.
        from: u32,
        /// Last line.
        to: u32
    } => "dòng {from}–{to} không phải một khoảng (đếm từ 1)", "lines {from}–{to} are no range (counted from 1)";
    /// A range of lines that leaves the parent's.
    LinesOutsideParent {
        /// The parent's path.
        parent: String,
        /// The parent's first line.
        from: u32,
        /// The parent's last line.
        to: u32
    } => "vượt ra ngoài dòng {from}–{to} của “{parent}”", "leaves lines {from}–{to} of `{parent}`";
    /// A value that its unit cannot have.
    OutsideUnit {
        /// The value.
        value: f64,
        /// The unit.
        unit: String
    } => "{value} nằm ngoài phạm vi của đơn vị “{unit}”", "{value} is outside its unit `{unit}`";
    /// A number that its field does not take.
    OutsideLimits {
        /// The number.
        value: f64,
        /// The least that is taken.
        low: f64,
        /// The most that is taken.
        high: f64
    } => "{value} nằm ngoài khoảng {low} đến {high}", "{value} is not between {low} and {high}";
    /// A range whose upper end is not above its lower end.
    RangeReversed {
        /// Lower end.
        low: f64,
        /// Upper end.
        high: f64
    } => "khoảng {low}–{high} bị ngược", "range {low}–{high} is upside down";
    /// A milestone that is not later than the one before it.
    MilestoneOrder {
        /// The year.
        year: i32
    } => "mốc năm {year} không sau mốc trước nó", "milestone {year} is not later than the one before it";
    /// A last milestone that differs from value and year.
    MilestoneEnd {
        /// Year of the last milestone.
        year: i32,
        /// Its value.
        value: f64
    } => "mốc cuối ({value} năm {year}) khác value, year của chỉ tiêu", "last milestone ({value} in {year}) differs from value and year";
    /// A "trong đó" without the target that it is a part of.
    WithoutParent => "“trong đó” nhưng thiếu parent", "a “trong đó” without a parent";
    /// A year taken from a clause that the target does not stand under.
    YearElsewhere {
        /// The clause of the year.
        path: String
    } => "năm lấy từ “{path}”, không cùng phần với chỉ tiêu", "year comes from `{path}`, which is no relative of the target's clause";
    /// A field that the comparator or the kind of schedule cannot do without.
    Needed {
        /// The field.
        field: String,
        /// Comparator or kind.
        by: String
    } => "“{by}” cần trường “{field}”", "`{by}` needs field `{field}`";
    /// A field that means nothing beside this comparator or kind of schedule.
    NotAllowed {
        /// The field.
        field: String,
        /// Comparator or kind.
        by: String
    } => "“{by}” không dùng trường “{field}”", "`{by}` takes no field `{field}`";
    /// A printed share that is not numerator by denominator.
    BaselineMismatch {
        /// As printed.
        printed: f64,
        /// As computed.
        computed: f64
    } => "in {printed} nhưng tử số chia mẫu số là {computed:.4}", "printed {printed}, but numerator by denominator is {computed:.4}";
    /// A phrase that means another rule than the declared one.
    PhraseMeans {
        /// The declared rule.
        declared: String,
        /// The rule that the phrase means.
        read: String
    } => "cụm từ nghĩa là [{read}], khai [{declared}]", "the phrase means [{read}], declared [{declared}]";
    /// A phrase whose meaning is not known.
    PhraseUnreadable {
        /// The phrase.
        phrase: String,
        /// Why, in Vietnamese.
        why: String,
        /// Why, in English.
        why_english: String
    } => "không hiểu cụm từ thời gian “{phrase}”: {why}", "time phrase “{phrase}” cannot be read: {why_english}";
    /// A day that no calendar has.
    ImpossibleDate {
        /// As written.
        date: String
    } => "không có ngày (kỳ) “{date}”", "there is no day or period `{date}`";
    /// An end before its start.
    DatesReversed => "ngày cuối trước ngày đầu", "ends before it starts";
    /// An issued document without number, date or signature.
    IssuedWithout {
        /// What is missing.
        what: String
    } => "văn bản đã ban hành phải có {what}", "an issued document needs {what}";
    /// A draft that claims a signature.
    DraftSigned => "dự thảo thì chưa ký (signed = false)", "a draft is not signed (signed = false)";
    /// A secondary source that claims to bind somebody.
    SecondaryObliges => "nguồn thứ cấp không đặt ra nghĩa vụ", "a secondary source creates no obligation";
    /// A spelling that leads to two agencies of one province.
    SpellingTaken {
        /// The spelling.
        spelling: String,
        /// The other agency.
        by: String
    } => "“{spelling}” cũng chỉ “{by}”", "“{spelling}” also means `{by}`";
    /// A succession to the whole of an agency that has no last day.
    EndMissing {
        /// The predecessor.
        id: String
    } => "“{id}” đã chuyển toàn bộ thì phải có valid_to", "`{id}` handed over everything and needs a valid_to";
    /// A succession that begins later than the day after the predecessor's end.
    HeirTooLate {
        /// The predecessor's last day.
        end: String
    } => "nơi cũ hết ngày {end}: ngày nhận phải là ngay hôm sau", "the predecessor ends on {end}: its duties must pass on the next day";
    /// A succession to the whole of an agency that goes on.
    HeirTooEarly {
        /// The predecessor's last day.
        end: String
    } => "nơi cũ còn đến ngày {end}, chưa thể chuyển toàn bộ", "the predecessor exists until {end} and cannot have handed over everything";
    /// A successor that does not exist on the day.
    NoHeirThen {
        /// The successor.
        id: String,
        /// The day.
        on: String
    } => "ngày {on} không có “{id}”", "`{id}` does not exist on {on}";
    /// A succession that stands in the register already.
    DuplicateSuccession {
        /// The predecessor.
        from: String,
        /// The successor.
        to: String
    } => "đã ghi “{from}” chuyển đến “{to}”", "`{from}` to `{to}` stands here already";
    /// A second successor beside one that has the whole.
    NothingLeft {
        /// The predecessor.
        id: String
    } => "“{id}” đã chuyển toàn bộ cho nơi khác; dùng main và part", "`{id}` handed everything to another one; use main and part";
}
