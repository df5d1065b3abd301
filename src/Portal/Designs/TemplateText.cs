using Passbook.Generator;

namespace Portal.Designs;

/// <summary>A text of a design in which placeholders are filled.</summary>
/// <param name="Path">Its JSON path in the pass.</param>
/// <param name="Text">The text.</param>
/// <param name="IsMarkup">True where Wallet reads links.</param>
internal readonly record struct TemplateText(string Path, string Text, bool IsMarkup = false)
{
    /// <summary>The sections of a pass in the order Wallet draws them, with their JSON keys.</summary>
    public static IEnumerable<(string Key, ValueList<PassField> Fields)> Sections(PassFields fields) =>
    [
        ("headerFields", fields.HeaderFields), ("primaryFields", fields.PrimaryFields), ("secondaryFields", fields.SecondaryFields),
        ("auxiliaryFields", fields.AuxiliaryFields), ("backFields", fields.BackFields),
    ];

    public static IEnumerable<TemplateText> Of(DesignDocument document)
    {
        var pass = document.Pass;
        return Present(
        [
            ("$.organizationName", pass.OrganizationName), ("$.description", pass.Description),
            ("$.logoText", pass.LogoText), ("$.groupingIdentifier", pass.GroupingIdentifier), ("$.nfc.message", pass.Nfc?.Message),
            .. pass.Barcodes.SelectMany((barcode, index) => new (string, string?)[]
                { ($"$.barcodes[{index}].message", barcode.Message), ($"$.barcodes[{index}].altText", barcode.AltText) }),
            .. pass.Locations.Select((place, index) => ($"$.locations[{index}].relevantText", place.RelevantText)),
            .. pass.Beacons.Select((beacon, index) => ($"$.beacons[{index}].relevantText", beacon.RelevantText)),
        ]).Concat(OfFields(pass));
    }

    private static IEnumerable<TemplateText> OfFields(Pass pass)
    {
        foreach (var (section, fields) in Sections(pass.Fields))
        {
            for (var index = 0; index < fields.Count; index++)
            {
                var field = fields[index];
                var path = $"$.{StyleKey.Of(pass.Style)}.{section}[{index}]";
                foreach (var text in Present([($"{path}.label", field.Label), ($"{path}.value", field.Value.Text), ($"{path}.changeMessage", field.ChangeMessage)]))
                    yield return text;
                if (field.AttributedValue is { Length: > 0 } markup)
                    yield return new TemplateText($"{path}.attributedValue", markup, IsMarkup: true);
            }
        }
    }

    private static IEnumerable<TemplateText> Present(IEnumerable<(string Path, string? Text)> texts) =>
        from text in texts where !string.IsNullOrEmpty(text.Text) select new TemplateText(text.Path, text.Text);
}
