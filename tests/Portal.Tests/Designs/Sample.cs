using Passbook.Generator;
using Portal.Data.Designs;
using Portal.Data.Passes;
using Portal.Designs;
using Portal.Passes;

namespace Portal.Tests.Designs;

/// <summary>Small designs and passes for the tests of this folder.</summary>
internal static class Sample
{
    public static DesignField Text(string id, string? byDefault = null) => new() { Id = id, Name = id, Default = byDefault };

    public static DesignField Of(FieldKind kind, string id) => new() { Id = id, Name = id, Kind = kind, Currency = kind is FieldKind.Money ? "EUR" : null };

    public static PassField Shown(string key, FieldValue value) => new() { Key = key, Label = key, Value = value };

    public static DesignDocument Design(ValueList<DesignField> fields, params ValueList<PassField> shown) => new()
    {
        Pass = new Pass
        {
            PassTypeIdentifier = "",
            SerialNumber = "",
            TeamIdentifier = "",
            OrganizationName = "",
            Description = "Card",
            StoreCard = new PassFields { SecondaryFields = shown },
        },
        Fields = fields,
    };

    public static PassContext Context(params (string Id, string Text)[] values) => new()
    {
        PassTypeIdentifier = "pass.com.example.card",
        TeamIdentifier = "A1B2C3D4E5",
        OrganizationName = "Example",
        SerialNumber = "S-1",
        AuthenticationToken = "0123456789abcdef",
        WebServiceUrl = new Uri("https://passes.example.com"),
        Values = PassValues.Of(values.Select(value => KeyValuePair.Create(value.Id, value.Text))),
    };

    public static PassField? Render(DesignDocument design, params (string Id, string Text)[] values) =>
        PassRenderer.Render(design, Context(values)).Fields.SecondaryFields.SingleOrDefault();
}
