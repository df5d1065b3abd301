using Portal.Data;
using Portal.Data.Certificates;
using Portal.Data.Designs;
using Portal.Data.Devices;
using Portal.Data.Passes;

namespace Portal.Testing.Builders;

/// <summary>Rows put straight into the database, for tests of queries.</summary>
public static class Rows
{
    private static readonly DateTimeOffset Start = new(2027, 1, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A pass type with its clock.</summary>
    public static async Task<PassType> AddPassTypeAsync(this PortalDbContext db, string identifier = "pass.test.portal")
    {
        var type = new PassType { Identifier = identifier, TeamIdentifier = "TEAM123456", OrganizationName = "Test", CreatedAt = Start };
        db.PassTypes.Add(type);
        await db.SaveChangesAsync();
        db.UpdateClocks.Add(UpdateClock.Start(type.Id, Start));
        await db.SaveChangesAsync();
        return type;
    }

    public static async Task<PassDesign> AddDesignAsync(this PortalDbContext db, PassType type, string name = "Card")
    {
        var design = new PassDesign { PassTypeId = type.Id, Name = name, Style = "storeCard", CreatedAt = Start, ModifiedAt = Start, TagAt = Start };
        db.Designs.Add(design);
        await db.SaveChangesAsync();
        return design;
    }

    public static async Task<IssuedPass> AddPassAsync(this PortalDbContext db, PassDesign design, string serialNumber, long tag = 0)
    {
        var pass = new IssuedPass
        {
            PassTypeId = design.PassTypeId, DesignId = design.Id, SerialNumber = serialNumber, AuthenticationToken = "token-" + serialNumber,
            DownloadCode = "code-" + serialNumber, SearchText = serialNumber, Tag = tag, TagAt = Start, CreatedAt = Start, Revision = 1,
        };
        db.Passes.Add(pass);
        await db.SaveChangesAsync();
        return pass;
    }

    /// <summary>A device that has the pass, with a push token of its own.</summary>
    public static async Task<Registration> AddRegistrationAsync(this PortalDbContext db, IssuedPass pass, string device, PushKind kind = PushKind.Apple)
    {
        var target = new PushTarget { PassTypeId = pass.PassTypeId, Kind = kind, PushToken = device, TokenHash = "hash-" + device, TokenSetAt = Start };
        var registration = new Registration
        {
            Device = new Device { LibraryIdentifier = device, UserAgent = "Phone " + device, FirstSeenAt = Start, LastSeenAt = Start },
            PassId = pass.Id, PassTypeId = pass.PassTypeId, PushTarget = target, AuthorizationWord = "ApplePass", CreatedAt = Start,
        };
        db.Registrations.Add(registration);
        await db.SaveChangesAsync();
        return registration;
    }
}
