namespace Passbook.Generator;

/// <summary>Rules about localisations.</summary>
internal static class StringsRules
{
    public static void Check(Pass pass, PassAssets assets, ProblemList problems)
    {
        var languages = Read(assets, problems);
        if (languages.Count == 0)
            return;
        var used = Localizable(pass).ToHashSet(StringComparer.Ordinal);
        var all = languages.SelectMany(language => language.Texts.Keys).ToHashSet(StringComparer.Ordinal);
        foreach (var (file, texts) in languages)
        {
            foreach (var text in all.Where(text => !texts.ContainsKey(text)))
                problems.Warning(file, PassProblemCode.StringsDiffer, $"'{file}' has no translation of \"{text}\", which another language has.");
            foreach (var text in texts.Keys.Where(text => !used.Contains(text)))
                problems.Warning(file, PassProblemCode.StringsUnused, $"'{file}' translates \"{text}\", which is not in the pass.");
        }
    }

    private static List<(string File, IReadOnlyDictionary<string, string> Texts)> Read(PassAssets assets, ProblemList problems)
    {
        var languages = new List<(string, IReadOnlyDictionary<string, string>)>();
        foreach (var file in assets.Files.Where(file => file.Name.EndsWith("/" + PassStrings.FileName, StringComparison.Ordinal)))
        {
            try
            {
                languages.Add((file.Name, PassStrings.Read(file.Content.Span)));
            }
            catch (FormatException wrong)
            {
                problems.Error(file.Name, PassProblemCode.StringsInvalid, $"Wallet ignores all of '{file.Name}'. {wrong.Message}");
            }
        }

        return languages;
    }

    private static IEnumerable<string> Localizable(Pass pass) =>
        new[] { pass.OrganizationName, pass.Description, pass.LogoText }
            .Concat(FieldPlace.All(pass).SelectMany(place => new[]
            {
                place.Field.Label, place.Field.Value.Text, place.Field.AttributedValue, place.Field.ChangeMessage,
            }))
            .Concat(pass.Locations.Select(location => location.RelevantText))
            .Concat(pass.Beacons.Select(beacon => beacon.RelevantText))
            .Concat(pass.Barcodes.Select(barcode => barcode.AltText))
            .OfType<string>();
}
