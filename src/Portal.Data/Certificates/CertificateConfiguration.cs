using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Data.Certificates;

internal sealed class PassTypeConfiguration : IEntityTypeConfiguration<PassType>
{
    public void Configure(EntityTypeBuilder<PassType> builder)
    {
        builder.HasIndex(type => type.Identifier).IsUnique();
        builder.HasOne(type => type.SigningCertificate).WithMany()
            .HasForeignKey(type => type.SigningCertificateId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SigningCertificateConfiguration : IEntityTypeConfiguration<SigningCertificate>
{
    public void Configure(EntityTypeBuilder<SigningCertificate> builder)
    {
        builder.HasIndex(certificate => certificate.Thumbprint).IsUnique();
        builder.HasOne<PassType>().WithMany().HasForeignKey(certificate => certificate.PassTypeId).OnDelete(DeleteBehavior.Cascade);
    }
}
