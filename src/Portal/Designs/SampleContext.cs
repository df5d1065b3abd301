using System.Globalization;
using Portal.Data.Designs;
using Portal.Data.Passes;
using Portal.Passes;

namespace Portal.Designs;

/// <summary>A made-up pass of a design, to draw and to check the design with.</summary>
public static class SampleContext
{
    /// <summary>A moment that looks like one: passes in drawings do not change from day to day.</summary>
    public static readonly DateTimeOffset Moment = new(2027, 5, 1, 18, 30, 0, TimeSpan.FromHours(2));

    /// <summary>A pass in which every field has a value: the design's sample, else its default, else one of its kind.</summary>
    public static PassContext For(DesignDocument document, string organizationName) => new()
    {
        PassTypeIdentifier = "pass.com.example.sample",
        TeamIdentifier = "A1B2C3D4E5",
        OrganizationName = organizationName,
        SerialNumber = "SAMPLE-0001",
        Values = PassValues.Of(document.Fields.DistinctBy(field => field.Id, StringComparer.Ordinal)
            .Select(field => KeyValuePair.Create(field.Id, Value(document, field)))),
    };

    private static string Value(DesignDocument document, DesignField field)
    {
        if (document.Samples.TryGetValue(field.Id, out var sample) && sample.Length > 0 && FieldText.Check(field, sample) is null)
            return sample;
        return string.IsNullOrEmpty(field.Default) ? OfKind(field) : field.Default;
    }

    private static string OfKind(DesignField field) => field.Kind switch
    {
        FieldKind.Number => "1250",
        FieldKind.Money => (12.5m * MinorUnits.Factor(field.Currency)).ToString("F0", CultureInfo.InvariantCulture),
        FieldKind.Date => Moment.ToString(FieldText.DateFormat, CultureInfo.InvariantCulture),
        FieldKind.Choice => field.Choices.Count > 0 ? field.Choices[0] : field.Name,
        _ => field.Name,
    };
}
