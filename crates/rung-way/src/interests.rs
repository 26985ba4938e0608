//! A short questionnaire on interests and values, and how the answers agree with what a role is.
//!
//! The questions are data (`catalog/field/interests.toml`), and so is which roles each speaks for or against. An answer is
//! from −2 to 2. A role's score is the sum of the answers to the questions that speak of it, taken the other way round
//! where a yes speaks against it, over the most that it could be: two for each of them. What is not answered counts for
//! nothing; a role of which no answer speaks has no score. Roles are compared by that fraction, exactly, and by the number
//! of answers where it is the same.
//!
//! It is a way to sort one's thoughts, and no test: nobody has measured how well it works
//! ([`rung_catalog::field::Questionnaire::about`] tells the reader so). Answers stay with the user.

use rung_catalog::field::{Field, InterestQuestion, QuestionId, Questionnaire, Role};
use serde::{Deserialize, Serialize, de};
use std::{cmp::Ordering, collections::BTreeMap};

/// How much one would like to do something, or how much it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Liking(i8);

impl Liking {
    /// From "not at all" to "very much".
    pub const ALL: [Self; 5] = [Self(-2), Self(-1), Self(0), Self(1), Self(2)];

    /// From −2, not at all, to 2, very much; none beyond.
    pub fn new(points: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|liking| i64::from(liking.0) == points)
    }

    /// −2 to 2.
    pub fn points(self) -> i8 {
        self.0
    }
}

impl Serialize for Liking {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i8(self.0)
    }
}

impl<'de> Deserialize<'de> for Liking {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let points = i64::deserialize(deserializer)?;
        let fault = || de::Error::custom(format!("{points} is no answer (a whole number from -2 to 2)"));
        Self::new(points).ok_or_else(fault)
    }
}

/// Answers by the ids of their questions; what is not there is not answered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(pub BTreeMap<String, Liking>);

impl Answers {
    /// Reads `{"mixing": 2, "teaching": -1}`.
    ///
    /// # Errors
    /// It is no such object, an answer is not from −2 to 2, or the questionnaire has no such question: a sentence each.
    pub fn from_json(json: &str, questionnaire: &Questionnaire) -> Result<Self, String> {
        let answers: Self = serde_json::from_str(json).map_err(|error| error.to_string())?;
        match answers.0.keys().find(|id| questionnaire.question(id).is_none()) {
            Some(id) => {
                let known: Vec<&str> = questionnaire.questions.iter().map(|own| own.id.as_str()).collect();
                Err(format!("\"{id}\" is not a question (they are {})", known.join(", ")))
            }
            None => Ok(answers),
        }
    }

    /// The answer to a question.
    pub fn to(&self, question: &QuestionId) -> Option<Liking> {
        self.0.get(question.as_str()).copied()
    }

    /// The first question that is not answered.
    pub fn next<'a>(&self, questionnaire: &'a Questionnaire) -> Option<&'a InterestQuestion> {
        questionnaire.questions.iter().find(|question| self.to(&question.id).is_none())
    }
}

/// How answers agree with a role.
#[derive(Clone, Debug, PartialEq)]
pub struct Score<'a> {
    /// The sum, from −[`Score::most`] to `most`.
    pub points: i32,
    /// The most that it could be.
    pub most: i32,
    /// The answers that it comes from, in the order of the questions.
    pub because: Vec<Said<'a>>,
}

/// An answer, and what it says of a role.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Said<'a> {
    /// The question.
    pub question: &'a InterestQuestion,
    /// The answer.
    pub liking: Liking,
    /// What it adds: the answer itself, or the other way round where a yes speaks against the role.
    pub points: i32,
}

impl<'a> Score<'a> {
    /// How the answers agree with a role; none where no answer speaks of it.
    pub fn of(questionnaire: &'a Questionnaire, answers: &Answers, role: &Role) -> Option<Self> {
        let said = |question: &'a InterestQuestion| {
            let liking = answers.to(&question.id)?;
            let points = question.direction(role) * i32::from(liking.points());
            (question.direction(role) != 0).then_some(Said { question, liking, points })
        };
        let because: Vec<Said<'a>> = questionnaire.questions.iter().filter_map(said).collect();
        let most = 2 * i32::try_from(because.len()).ok()?;
        let points = because.iter().map(|said| said.points).sum();
        (most > 0).then_some(Self { points, most, because })
    }

    /// From 0, all against it, to 100, all for it; 50 is even. Rounded down.
    pub fn percent(&self) -> i32 {
        (self.points + self.most) * 100 / (2 * self.most)
    }

    /// Which agrees more; the one that more answers speak of where they are level.
    pub fn compare(&self, other: &Self) -> Ordering {
        let own = i64::from(self.points) * i64::from(other.most);
        own.cmp(&(i64::from(other.points) * i64::from(self.most))).then(self.most.cmp(&other.most))
    }
}

/// The scores of all roles, in the order of the catalogue.
pub fn scores<'a>(field: &'a Field, answers: &Answers) -> Vec<Option<Score<'a>>> {
    field.roles.roles.iter().map(|role| Score::of(&field.questionnaire, answers, role)).collect()
}
