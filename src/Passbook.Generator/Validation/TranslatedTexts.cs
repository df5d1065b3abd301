namespace Passbook.Generator;

/// <summary>The texts that the languages of a pass translate.</summary>
internal sealed class TranslatedTexts
{
    private readonly List<Language> _languages;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    private TranslatedTexts(List<Language> languages)
    {
        _languages = languages;
        foreach (var text in languages.SelectMany(language => language.Texts.Keys))
            _numbers.TryAdd(text, _numbers.Count);
    }

    /// <summary>Each text with a number from 0.</summary>
    public IReadOnlyDictionary<string, int> Numbers => _numbers;

    public static TranslatedTexts? Read(PassAssets assets, ProblemList problems)
    {
        var languages = new List<Language>();
        foreach (var file in assets.Files.Where(file => file.Name.EndsWith("/" + PassStrings.FileName, StringComparison.Ordinal)))
        {
            try
            {
                languages.Add(new Language(file.Name, PassStrings.Read(file.Content.Span)));
            }
            catch (FormatException wrong)
            {
                problems.Error(file.Name, PassProblemCode.StringsInvalid, $"Wallet ignores all of '{file.Name}' until this is corrected: {wrong.Message}");
            }
        }

        if (languages.Count == 0)
            return null;
        var texts = new TranslatedTexts(languages);
        texts.Compare(problems);
        return texts;
    }

    /// <summary>Tells the texts that are not in the pass.</summary>
    public void TellUnused(ReadOnlySpan<bool> used, ProblemList problems)
    {
        foreach (var (file, texts) in _languages)
        {
            foreach (var text in texts.Keys)
            {
                if (!used[_numbers[text]])
                    problems.Warning(file, PassProblemCode.StringsUnused, $"'{file}' translates \"{text}\", which is not in the pass: write it exactly as the pass does, or remove it.");
            }
        }
    }

    private void Compare(ProblemList problems)
    {
        foreach (var (file, texts) in _languages)
        {
            foreach (var text in _numbers.Keys.Where(text => !texts.ContainsKey(text)))
                problems.Warning(file, PassProblemCode.StringsDiffer, $"'{file}' has no translation of \"{text}\", which another language has: add one.");
        }
    }

    private readonly record struct Language(string File, IReadOnlyDictionary<string, string> Texts);
}
