using Passbook.Generator;
using Portal.Data;
using Portal.Data.Certificates;
using Portal.Data.Designs;
using Portal.Designs;

namespace Portal.Testing.Builders;

/// <summary>Designs put straight into the database as published.</summary>
public static class Documents
{
    private static readonly DateTimeOffset Start = new(2027, 1, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A store card with a holder, points that notify, and a level that does not.</summary>
    public static DesignDocument LoyaltyCard { get; } = new()
    {
        Pass = new Pass
        {
            PassTypeIdentifier = "", SerialNumber = "", TeamIdentifier = "", OrganizationName = "Test Coffee", Description = "Loyalty card",
            StoreCard = new PassFields
            {
                PrimaryFields = [new PassField { Key = "points", Label = "Points", Value = "{{points}}", ChangeMessage = "You now have %@ points" }],
                SecondaryFields =
                [
                    new PassField { Key = "holder", Label = "Member", Value = "{{holder}}" },
                    new PassField { Key = "level", Label = "Level", Value = "{{level}}" },
                ],
            },
            Barcodes = [new PassBarcode { Format = BarcodeFormat.Qr, Message = "{{serialNumber}}" }],
        },
        Fields =
        [
            new DesignField { Id = "holder", Name = "Member" },
            new DesignField { Id = "points", Name = "Points", Kind = FieldKind.Number, Default = "0" },
            new DesignField { Id = "level", Name = "Level", Kind = FieldKind.Choice, Choices = ["Silver", "Gold"], Default = "Silver" },
        ],
        HolderField = "holder",
    };

    /// <summary>A design whose first version is this document, published.</summary>
    public static async Task<PassDesign> AddPublishedDesignAsync(this PortalDbContext db, PassType type, DesignDocument? document = null)
    {
        var design = await db.AddDesignAsync(type);
        design.PublishedNumber = 1;
        design.Versions.Add(new DesignVersion
        {
            Number = 1, Revision = 1, Document = DesignDocumentJson.Write(document ?? LoyaltyCard), PublishedAt = Start, ModifiedAt = Start,
        });
        await db.SaveChangesAsync();
        return design;
    }
}
