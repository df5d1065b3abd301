using Passbook.Generator;
using Portal.Designs;

namespace Portal.Passes;

/// <summary>The one place where a stored design and stored values become the pass a phone gets.</summary>
/// <remarks>
/// Pure, and total: whatever stands in the design or the values, a pass comes out. What would be wrong with it is told
/// before publishing, by the design's problems.
/// </remarks>
public static class PassRenderer
{
    private const string Latin1 = "iso-8859-1";

    /// <summary>Renders a pass: placeholders filled once, fields without a value left out, identifiers from the context.</summary>
    public static Pass Render(DesignDocument document, PassContext context)
    {
        var values = new RenderValues(document, context);
        var template = document.Pass;
        var connected = context is { AuthenticationToken: not null, WebServiceUrl: not null };
        return template with
        {
            PassTypeIdentifier = context.PassTypeIdentifier,
            TeamIdentifier = context.TeamIdentifier,
            SerialNumber = context.SerialNumber,
            AuthenticationToken = connected ? context.AuthenticationToken : null,
            WebServiceUrl = connected ? context.WebServiceUrl : null,
            OrganizationName = values.Text(template.OrganizationName) is { Length: > 0 } own ? own : context.OrganizationName,
            Description = values.Text(template.Description),
            LogoText = values.OptionalText(template.LogoText),
            GroupingIdentifier = values.OptionalText(template.GroupingIdentifier),
            BoardingPass = Render(template.BoardingPass, values),
            Coupon = Render(template.Coupon, values),
            EventTicket = Render(template.EventTicket, values),
            Generic = Render(template.Generic, values),
            StoreCard = Render(template.StoreCard, values),
            Barcodes = template.Barcodes.Select(barcode => Render(barcode, values)).Where(barcode => barcode.Message.Length > 0).ToValueList(),
            Nfc = template.Nfc is { } nfc ? nfc with { Message = values.Text(nfc.Message) } : null,
            Locations = template.Locations.Select(place => place with { RelevantText = values.OptionalText(place.RelevantText) }).ToValueList(),
            Beacons = template.Beacons.Select(beacon => beacon with { RelevantText = values.OptionalText(beacon.RelevantText) }).ToValueList(),
            RelevantDate = values.Date(document.RelevantDateField) ?? template.RelevantDate,
            RelevantDates = values.Date(document.RelevantDateField) is { } date ? [new RelevantDate { Date = date }] : template.RelevantDates,
            ExpirationDate = context.Expires ?? values.Date(document.ExpiryField) ?? template.ExpirationDate,
            Voided = context.Voided ? true : template.Voided,
        };
    }

    private static T? Render<T>(T? fields, RenderValues values)
        where T : PassFields =>
        fields is null
            ? null
            : fields with
            {
                HeaderFields = Render(fields.HeaderFields, values),
                PrimaryFields = Render(fields.PrimaryFields, values),
                SecondaryFields = Render(fields.SecondaryFields, values),
                AuxiliaryFields = Render(fields.AuxiliaryFields, values),
                BackFields = Render(fields.BackFields, values),
            };

    private static ValueList<PassField> Render(ValueList<PassField> fields, RenderValues values) =>
        fields.Select(field => PassRendererFields.Render(field, values)).OfType<PassField>().ToValueList();

    // Most scanners expect Latin-1; a message that Latin-1 cannot hold would not be drawn at all.
    private static PassBarcode Render(PassBarcode barcode, RenderValues values)
    {
        var message = values.Text(barcode.Message);
        var fits = barcode.MessageEncoding != Latin1 || message.All(letter => letter <= 'ÿ');
        return barcode with
        {
            Message = message,
            MessageEncoding = fits ? barcode.MessageEncoding : "utf-8",
            AltText = values.OptionalText(barcode.AltText),
        };
    }
}
