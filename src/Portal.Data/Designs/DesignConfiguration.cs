using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Data.Designs;

internal sealed class PassDesignConfiguration : IEntityTypeConfiguration<PassDesign>
{
    public void Configure(EntityTypeBuilder<PassDesign> builder)
    {
        builder.HasOne(design => design.PassType).WithMany().HasForeignKey(design => design.PassTypeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(design => design.Versions).WithOne().HasForeignKey(version => version.DesignId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class DesignVersionConfiguration : IEntityTypeConfiguration<DesignVersion>
{
    public void Configure(EntityTypeBuilder<DesignVersion> builder)
    {
        builder.HasIndex(version => new { version.DesignId, version.Number }).IsUnique();
        builder.HasIndex(version => version.DesignId).IsUnique().HasFilter("\"PublishedAt\" IS NULL")
            .HasDatabaseName("IX_DesignVersions_Draft");
        builder.Property(version => version.Revision).IsConcurrencyToken();
    }
}

internal sealed class ImageContentConfiguration : IEntityTypeConfiguration<ImageContent>
{
    public void Configure(EntityTypeBuilder<ImageContent> builder) => builder.HasKey(image => image.Hash);
}
