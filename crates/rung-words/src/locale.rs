//! Days, numbers and lists as each language writes them.
//!
//! From the Unicode Common Locale Data Repository (CLDR), locales `en` and `es-US`: `ca-gregorian.json` for days
//! (`es-US`: medium `d MMM y`, time `h:mm a`, long `d 'de' MMMM 'de' y`, month `MMMM 'de' y`, September `sept`), `numbers.json` for
//! numbers (`es-US` groups with a comma from four digits on and has a decimal point, as `en`; the dollar sign stands
//! before the amount), `units.json` for hours and minutes (`h` and `min` in both).

use crate::{Language, Words, say};
use jiff::civil::Time;
use rung_record::{Date, Hours, Usd};

const MONTHS: [[&str; 12]; 2] = [
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
];

const SHORT_MONTHS: [[&str; 12]; 2] = [
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"],
];

/// From Monday.
const WEEKDAYS: [[&str; 7]; 2] = [
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
];

/// The entry of a month, 1 to 12, in a table.
fn of_month(table: &[[&'static str; 12]; 2], language: Language, month: i8) -> &'static str {
    let months = &table[language as usize];
    usize::try_from(month - 1).ok().and_then(|n| months.get(n)).copied().unwrap_or("?")
}

impl Words {
    /// `Nov 27, 2026`, `27 nov 2026`.
    pub fn day(&self, day: Date) -> String {
        let (number, month, year) =
            (day.day(), of_month(&SHORT_MONTHS, self.language(), day.month()), day.year());
        match self.language() {
            Language::English => format!("{month} {number}, {year:04}"),
            Language::Spanish => format!("{number} {month} {year:04}"),
        }
    }

    /// `November 27, 2026`, `27 de noviembre de 2026`.
    pub fn long_day(&self, day: Date) -> String {
        let (number, month, year) = (day.day(), self.month_name(day.month()), day.year());
        match self.language() {
            Language::English => format!("{month} {number}, {year:04}"),
            Language::Spanish => format!("{number} de {month} de {year:04}"),
        }
    }

    /// The month of a day: `November 2026`, `noviembre de 2026`.
    pub fn month(&self, day: Date) -> String {
        let (month, year) = (self.month_name(day.month()), day.year());
        match self.language() {
            Language::English => format!("{month} {year:04}"),
            Language::Spanish => format!("{month} de {year:04}"),
        }
    }

    /// A day of every year: `November 27`, `27 de noviembre`.
    pub fn day_of_year(&self, month: i8, day: i8) -> String {
        let name = self.month_name(month);
        match self.language() {
            Language::English => format!("{name} {day}"),
            Language::Spanish => format!("{day} de {name}"),
        }
    }

    /// `November` or `noviembre` for 11; a question mark for what is no month.
    pub fn month_name(&self, month: i8) -> &'static str {
        of_month(&MONTHS, self.language(), month)
    }

    /// `Friday`, `viernes`.
    pub fn weekday(&self, day: Date) -> &'static str {
        let since_monday = day.weekday().to_monday_zero_offset();
        WEEKDAYS[self.language() as usize][usize::try_from(since_monday).unwrap_or(0) % 7]
    }

    /// `2:05 PM`, `2:05 p. m.`
    pub fn time(&self, time: Time) -> String {
        let (hour, minute) = ((time.hour() + 11) % 12 + 1, time.minute());
        let half = match (self.language(), time.hour() < 12) {
            (Language::English, true) => "AM",
            (Language::English, false) => "PM",
            (Language::Spanish, true) => "a. m.",
            (Language::Spanish, false) => "p. m.",
        };
        format!("{hour}:{minute:02} {half}")
    }

    /// `1,234`.
    pub fn number(&self, number: u64) -> String {
        grouped(number)
    }

    /// Hours and minutes: `3 h 20 min`.
    pub fn hours(&self, hours: Hours) -> String {
        hours.in_words()
    }

    /// `$55`, `$1,062.40`.
    pub fn usd(&self, amount: Usd) -> String {
        let cents = amount.in_cents();
        let dollars = grouped(cents / 100);
        match cents % 100 {
            0 => format!("${dollars}"),
            cents => format!("${dollars}.{cents:02}"),
        }
    }

    /// How far `day` is from `on`: `189 days left`, `today`, `3 days ago`.
    pub fn days_left(&self, on: Date, day: Date) -> String {
        let days = on.until((jiff::Unit::Day, day)).map_or(0, |span| span.get_days());
        match days {
            -1 => say!(self, "shell-yesterday"),
            0 => say!(self, "shell-today"),
            1.. => say!(self, "shell-days-left", count = days),
            _ => say!(self, "shell-days-ago", count = days.unsigned_abs()),
        }
    }

    /// `a`, `a and b`, `a, b and c`; in Spanish `a y b`, and `a e inglés`.
    pub fn list(&self, items: &[String]) -> String {
        self.joined(items, |last| match self.language() {
            Language::English => "and",
            Language::Spanish if sounds_like_i(last) => "e",
            Language::Spanish => "y",
        })
    }

    /// `a`, `a or b`, `a, b or c`; in Spanish `a o b`, and `a u otro`.
    pub fn either(&self, items: &[String]) -> String {
        self.joined(items, |last| match self.language() {
            Language::English => "or",
            Language::Spanish if sounds_like_o(last) => "u",
            Language::Spanish => "o",
        })
    }

    fn joined(&self, items: &[String], word: impl Fn(&str) -> &'static str) -> String {
        match items {
            [] => String::new(),
            [only] => only.clone(),
            [first @ .., last] => format!("{} {} {last}", first.join(", "), word(last)),
        }
    }
}

/// Whether a Spanish word begins with the sound of an *i*, before which *y* becomes *e* (not before *hie-* or *io-*, which
/// begin with that of a *y*).
fn sounds_like_i(word: &str) -> bool {
    let word = word.to_lowercase();
    let own = word.strip_prefix('h').unwrap_or(&word);
    own.starts_with(['i', 'í']) && !["ia", "ie", "io", "iu"].iter().any(|glide| own.starts_with(glide))
}

/// Whether a Spanish word begins with the sound of an *o*, before which *o* becomes *u*; `8…` and `11` are said so too.
fn sounds_like_o(word: &str) -> bool {
    let word = word.to_lowercase();
    let number: String = word.chars().take_while(char::is_ascii_digit).collect();
    let letters = word.strip_prefix('h').unwrap_or(&word);
    number.starts_with('8') || number == "11" || letters.starts_with(['o', 'ó'])
}

/// `1,234,567`.
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn both<T>(say: impl Fn(&'static Words) -> T) -> [T; 2] {
        Language::ALL.map(|language| say(Words::of(language)))
    }

    #[test]
    fn days_are_written_as_the_language_writes_them() {
        let day: Date = "2026-11-27".parse().unwrap();
        assert_eq!(both(|words| words.day(day)), ["Nov 27, 2026", "27 nov 2026"]);
        assert_eq!(both(|words| words.long_day(day)), ["November 27, 2026", "27 de noviembre de 2026"]);
        assert_eq!(both(|words| words.month(day)), ["November 2026", "noviembre de 2026"]);
        assert_eq!(both(|words| words.weekday(day)), ["Friday", "viernes"]);
        assert_eq!(both(|words| words.day_of_year(9, 1)), ["September 1", "1 de septiembre"]);
        assert_eq!(both(|words| words.month_name(13)), ["?", "?"]);
    }

    #[test]
    fn a_clock_has_twelve_hours() {
        let told = |time: &str| both(|words| words.time(time.parse().unwrap()));
        assert_eq!(told("00:05"), ["12:05 AM", "12:05 a. m."]);
        assert_eq!(told("11:59"), ["11:59 AM", "11:59 a. m."]);
        assert_eq!(told("12:00"), ["12:00 PM", "12:00 p. m."]);
        assert_eq!(told("23:30"), ["11:30 PM", "11:30 p. m."]);
    }

    #[test]
    fn amounts_are_exact_and_grouped() {
        for words in Language::ALL.map(Words::of) {
            assert_eq!(words.number(0), "0");
            assert_eq!(words.number(1234), "1,234");
            assert_eq!(words.number(u64::MAX), "18,446,744,073,709,551,615");
            assert_eq!(words.usd(Usd::from_cents(123_405)), "$1,234.05");
            assert_eq!(words.usd(Usd::from_dollars(55)), "$55");
            assert_eq!(words.hours(Hours::from_minutes(200)), "3 h 20 min");
        }
    }

    #[test]
    fn days_are_counted_from_today() {
        let on: Date = "2026-11-27".parse().unwrap();
        let told = |day: &str| both(|words| words.days_left(on, day.parse().unwrap()));
        assert_eq!(told("2026-11-27"), ["today", "hoy"]);
        assert_eq!(told("2026-11-28"), ["1 day left", "queda 1 día"]);
        assert_eq!(told("2030-11-27"), ["1,461 days left", "quedan 1,461 días"]);
        assert_eq!(told("2026-11-26"), ["yesterday", "ayer"]);
        assert_eq!(told("2026-11-20"), ["7 days ago", "hace 7 días"]);
    }

    #[test]
    fn a_list_ends_with_the_word_that_sounds_right() {
        let list = |items: &[&str]| {
            let items: Vec<String> = items.iter().map(|item| (*item).to_owned()).collect();
            both(|words| format!("{} / {}", words.list(&items), words.either(&items)))
        };
        assert_eq!(list(&[]), [" / ", " / "]);
        assert_eq!(list(&["a"]), ["a / a", "a / a"]);
        assert_eq!(list(&["a", "b", "c"]), ["a, b and c / a, b or c", "a, b y c / a, b o c"]);
        assert_eq!(list(&["a", "inglés"])[1], "a e inglés / a o inglés");
        assert_eq!(list(&["a", "Historia"])[1], "a e Historia / a o Historia");
        assert_eq!(list(&["a", "hierro"])[1], "a y hierro / a o hierro");
        assert_eq!(list(&["a", "otro"])[1], "a y otro / a u otro");
        assert_eq!(list(&["7 h", "8 h"])[1], "7 h y 8 h / 7 h u 8 h");
        assert_eq!(list(&["10 h", "11 h"])[1], "10 h y 11 h / 10 h u 11 h");
    }
}
